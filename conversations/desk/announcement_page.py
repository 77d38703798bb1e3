"""Announcements as pages: the list of them, and one with what became of it with each person."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from conversations.announcing.showing import how_far, say_fates, say_state, say_title
from conversations.moments import say_clock, say_moment, short_day
from dialog.turn import Translate
from rules.announcement_requests import Addressee, Announcement
from rules.announcing import Fate
from rules.phones import say_phone

_NOT_GOT: tuple[Fate, ...] = (
    *("failed", "blocked", "unknown", "away", "silent", "muted", "late", "held", "budget"),
)


def list_page(found: Sequence[Announcement], now: dt.datetime, _: Translate) -> dict[str, Any]:
    """Return the announcements of an office, newest first."""
    return {"title": _("Announcements"), "rows": [_row(one, now, _) for one in found]}


def _row(one: Announcement, now: dt.datetime, _: Translate) -> dict[str, Any]:
    return {
        "id": one.id,
        "subject": say_title(one, _),
        "state": say_state(one, now, _),
        "by": one.by,
        "people": len(one.people),
        "read": len(one.of("read")),
        "unread": len(one.unread),
        "failed": len(one.of(*_NOT_GOT)),
    }


def text_of(one: Announcement) -> str:
    """Return the words below the subject."""
    return one.words.partition("\n")[2].strip()


def list_words(_: Translate) -> Mapping[str, str]:
    """Return the words of the list and the form, by key."""
    return {
        **_of_table(_),
        "nothing": _("Nothing has been announced yet."),
        "write": _("Write an announcement"),
        "rest": _("It goes to those whom the stopped announcement did not reach."),
        "whom": _("To whom"),
        "all": _("All units"),
        "types": _("By type of unit"),
        "below": _("One unit and all below it"),
        "list": _("A list of units"),
        "each": _("Names of units, each on a line of its own"),
        "exempt": _("Units exempt this year, too"),
        "about": _("Subject"),
        "text": _("Text"),
        "basis": _("Document it rests on, if any (number and day)"),
        "slogan": _("Slogan below the text"),
        "see": _("See how it will look"),
        "preview": _("As it will look"),
        "send": _("Send"),
        "change": _("Change something below"),
    }


def _of_table(_: Translate) -> Mapping[str, str]:
    return {
        "subject": _("Subject"),
        "state": _("State"),
        "by": _("Written by"),
        "people": _("Contacts"),
        "read": _("Know"),
        "unread": _("Have not said so"),
        "failed": _("Did not get it"),
    }


def one_page(one: Announcement, now: dt.datetime, _: Translate, *, fate: str) -> dict[str, Any]:
    """Return an announcement with its people, or only with those of one fate."""
    labels = say_fates(_)
    shown = [p for p in one.people if fate not in labels or p.fate == fate]
    there = [(code, label, len(one.of(code))) for code, label in labels.items() if one.of(code)]
    return {
        "title": say_title(one, _),
        "id": one.id,
        "words": one.words.splitlines(),
        "state": say_state(one, now, _),
        "summary": how_far(one, _),
        "fates": there,
        "fate": fate if fate in labels else "",
        "people": [_person(person, labels[person.fate], now, _) for person in shown],
        "may_stop": one.is_open,
        "may_remind": len(one.unread) if one.state == "done" and one.again_on != now.date() else 0,
        "may_right": bool(one.arrived),
        "rest": len(one.of("withdrawn")) if one.state == "stopped" else 0,
        "by": f"{one.by}, {say_moment(one.at, _)}",
    }


def _person(person: Addressee, label: str, now: dt.datetime, _: Translate) -> dict[str, str]:
    read = ""
    if person.read_at:
        read = f"{say_clock(person.read_at, _)}, {short_day(person.read_at.date())}"
        read = say_clock(person.read_at, _) if person.read_at.date() == now.date() else read
    return {
        "name": person.name,
        "unit": person.unit,
        "phone": person.phone,
        "phone_said": say_phone(person.phone) if person.phone else "",
        "fate": label,
        "read": read,
    }


def one_words(_: Translate) -> Mapping[str, str]:
    """Return the words of the page of one announcement, by key."""
    return {
        "back": _("All announcements"),
        "print": _("Print"),
        "unit": _("Unit"),
        "name": _("Full name"),
        "phone": _("Phone"),
        "fate": _("State"),
        "read": _("Said so"),
        "everybody": _("Everybody"),
        "stop": _("STOP it"),
        "remind": _("Remind {count} who have not said so"),
        "go_on": _("Go on: to {count} who did not get it"),
        "right": _("Set it right"),
        "right_hint": _("What was wrong and what is right; it goes to exactly those who got it."),
        "see": _("See how it will look"),
        "preview": _("As it will look"),
        "send": _("Send"),
    }

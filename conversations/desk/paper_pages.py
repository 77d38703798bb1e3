"""Where screen and paper differ, and whom to call, as pages."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from conversations.desk.waiting_page import form_words
from conversations.moments import say_moment, short_day
from conversations.summary.call_line import say_reminded
from conversations.unit_named import unit_named
from dialog.turn import Translate
from rules.entry import Entry
from rules.office_requests import Gaps, ToCall
from rules.person import Human
from rules.phones import is_mobile, say_phone


def gaps_page(gaps: Gaps, _: Translate) -> dict[str, Any]:
    """Return both lists: what is on the screen and not on paper, and the other way round."""
    return {
        "title": _("Screen and paper"),
        "without_paper": [_entry(entry, _) for entry in gaps.without_paper],
        "without_entry": [
            {
                "id": form.id,
                "unit": unit_named(form.unit, _),
                "unit_id": form.unit.id,
                "words": form_words(form, _),
            }
            for form in gaps.without_entry
        ],
    }


def _entry(entry: Entry, _: Translate) -> dict[str, Any]:
    return {
        "id": entry.id,
        "number": entry.number,
        "name": entry.name,
        "unit": unit_named(entry.unit, _),
        "unit_id": entry.unit.id,
        "received": short_day(entry.received.date()),
    }


def gaps_words(_: Translate) -> Mapping[str, str]:
    """Return the page's own words by key."""
    return {
        "without_paper": _("In the register, signed original not received: {count}"),
        "without_entry": _("On paper, not typed in yet: {count}"),
        "no_gap": _("None."),
        "unit": _("Unit"),
        "number": _("Number"),
        "name": _("Name of the model or example"),
        "received": _("Received"),
        "original": _("Original"),
        "day": _("Day the originals came in"),
        "tick": _("It has come in"),
        "tick_this": _("Original of number {number} received"),
        "type_in": _("Type it in"),
        "strike": _("Noted by mistake, take it back"),
    }


def calls_page(calls: Sequence[ToCall], _: Translate) -> dict[str, Any]:
    """Return the units to be called, those of one staff member together."""
    groups = [
        {"staff": staff or _("Nobody in charge"), "rows": [_call(one, _) for one in rows]}
        for staff, rows in groupby(calls, key=lambda one: one.staff)
    ]
    return {"title": _("To call: {count} units").format(count=len(calls)), "groups": groups}


def _call(one: ToCall, _: Translate) -> dict[str, Any]:
    short = _("nothing registered yet") if one.none else _("{count} missing")
    said = short.format(count=one.missing)
    if one.papers:
        said += "; " + _("a form waits to be typed in")
    return {
        "number": one.number,
        "unit": one.unit.name,
        "unit_id": one.unit.id,
        "short": said,
        "contacts": [phone_line(human, _) for human in one.contacts],
        "joined": "" if one.joined else _("nobody here yet – has to be called"),
        "called": say_called(one, _),
        "reminded": say_reminded(one.reminded, _) if one.reminded else "",
    }


def say_called(one: ToCall, _: Translate) -> str:
    """Return what came of the last call, "" where there was none."""
    if one.called is None:
        return ""
    text = _("{words} (comrade {name}, {moment})")
    return text.format(
        words=one.called.words, name=one.called.by, moment=say_moment(one.called.at, _)
    )


def phone_line(human: Human, _: Translate) -> dict[str, str]:
    """Return a contact with the number as it is dialled and as it is read."""
    landline = human.phone and not is_mobile(human.phone)
    return {
        "name": human.name,
        "position": human.position,
        "phone": human.phone,
        "said": say_phone(human.phone) if human.phone else _("no phone number"),
        "landline": _("(landline)") if landline else "",
    }


def calls_words(_: Translate) -> Mapping[str, str]:
    """Return the page's own words by key."""
    return {
        "unit": _("Unit"),
        "short": _("Short of"),
        "contacts": _("Contacts"),
        "last": _("Last call"),
        "note": _("What came of it"),
        "note_this": _("What came of the call to {unit}"),
        "keep": _("Note it"),
        "print": _("Print"),
        "nobody": _("No unit has to be called."),
    }

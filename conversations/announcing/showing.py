"""How far announcements got, as the office reads it in the chat."""

import datetime as dt
from collections.abc import Mapping, Sequence

from conversations.moments import say_clock, short_day
from conversations.offer import act, rows
from conversations.say import Option, Say
from conversations.situation import Situation
from dialog.turn import Translate
from rules.announcement_requests import Addressee, Announcement
from rules.announcing import Fate, subject_of
from rules.phones import say_phone

_AT_ONCE = dt.timedelta(minutes=5)  # until then it is not the night that holds it
_SHORT = 60  # characters of a subject in a list
LISTED = 10  # people by name in one bubble; the others are at the desk


def announcement_list(s: Situation, found: Sequence[Announcement]) -> Say:
    """Return what the office announced, newest first, with the way to each."""
    _ = s.translate
    write = act(_("Write an announcement"), "announce")
    if not found:
        return Say(_("Nothing has been announced yet."), rows(write))
    lines = [f"• {_line(one, s.now, _)}" for one in found[:LISTED]]
    ways = [act(_short(one, _), "announcement", one.id) for one in found[:LISTED]]
    text = "\n".join((_("Announcements, newest first:"), *lines))
    return Say(text, rows(*ways, write))


def _line(one: Announcement, now: dt.datetime, _: Translate) -> str:
    text = _("{subject} – {state}: {read} of {people} know")
    return text.format(
        subject=_short(one, _),
        state=say_state(one, now, _),
        read=len(one.of("read")),
        people=len(one.people),
    )


def say_title(one: Announcement, _: Translate) -> str:
    """Return what an announcement is about, and that it sets another right."""
    subject = subject_of(one.words)
    return _("Correction: {subject}").format(subject=subject) if one.corrects else subject


def _short(one: Announcement, _: Translate) -> str:
    subject = say_title(one, _)
    return subject if len(subject) <= _SHORT else f"{subject[:_SHORT].rstrip()}…"


def say_state(one: Announcement, now: dt.datetime, _: Translate) -> str:
    """Return how far it is, and when it went."""
    if one.state == "waiting" and one.send_at < now:
        soon = now - one.send_at < _AT_ONCE
        return _("about to go") if soon else _("goes when the quiet hours are over")
    words = {
        "waiting": _("goes at {moment}"),
        "going": _("being sent since {moment}"),
        "stopped": _("stopped, written {moment}"),
        "done": _("sent {moment}"),
    }
    if one.state == "stopped" and not one.of("withdrawn", "later"):  # all had got it
        words["stopped"] = _("set right, written {moment}")
    at = one.at if one.state == "stopped" else one.send_at
    return words[one.state].format(moment=f"{say_clock(at, _)} {short_day(at.date())}")


def announcement_card(s: Situation, one: Announcement, *, lead: str = "") -> Say:
    """Return how far an announcement is: who knows, who got it, who did not and why."""
    _ = s.translate
    head = f"{say_title(one, _)} – {say_state(one, s.now, _)}"
    text = "\n".join((head, *how_far(one, _)))
    return Say(f"{lead}\n\n{text}" if lead else text, rows(*ways_on(s, one)))


def how_far(one: Announcement, _: Translate) -> list[str]:
    """Return a line for each thing that became of it, with names where somebody has to act."""
    said = say_fates(_)
    total = _("To {count} contacts").format(count=len(one.people))
    counts = [f"{len(one.of(fate))} {label}" for fate, label in said.items() if one.of(fate)]
    lines = [f"{total}: {'; '.join(counts)}."]
    if one.state in {"done", "going"} and one.unread and one.of("read"):
        text = _("Have not said so: {names}.")
        lines.append(text.format(names=_names(one.unread, _)))
    called = one.of("away", "silent", "failed", "blocked", "muted", "held", "budget")
    if called and one.state != "waiting":
        lines.append(_("To be called: {names}.").format(names=_with_phones(called, _)))
    return lines


def say_fates(_: Translate) -> Mapping[Fate, str]:
    """Return what each fate is called."""
    return {
        "read": _("know"),
        "sent": _("got it, have not said that they know"),
        "sending": _("being sent"),
        "waiting": _("not gone yet"),
        "unknown": _("perhaps got it (the network broke)"),
        "failed": _("could not be sent"),
        "blocked": _("closed the chat with the assistant"),
        "away": _("are not with the assistant yet"),
        "silent": _("have not agreed to be written to"),
        "muted": _("turned messages off"),
        "gone": _("are contacts no longer"),
        "late": _("too late to be sent"),
        "withdrawn": _("did not get it: it was stopped"),
        "later": _("are told by the one that went on"),
        "held": _("get it when they write: few messages are left this month"),
        "budget": _("did not get it: no messages were left that month"),
    }


def _names(people: Sequence[Addressee], _: Translate) -> str:
    return _several([f"{one.name or one.unit} ({one.unit})" for one in people], _)


def _with_phones(people: Sequence[Addressee], _: Translate) -> str:
    return _several([_with_phone(one) for one in people], _)


def _several(names: Sequence[str], _: Translate) -> str:
    said = "; ".join(names[:LISTED])
    if len(names) <= LISTED:
        return said
    text = _("{names} and {count} more people")
    return text.format(names=said, count=len(names) - LISTED)


def _with_phone(one: Addressee) -> str:
    phone = f", {say_phone(one.phone)}" if one.phone else ""
    return f"{one.name or one.unit} ({one.unit}{phone})"


def ways_on(s: Situation, one: Announcement) -> list[Option]:
    """Return what can be done with it now."""
    _ = s.translate
    ways = []
    if one.is_open:
        ways.append(act(_("STOP it"), "announce-stop", one.id))
    if one.state == "done" and one.unread and one.again_on != s.now.date():
        text = _("Remind {count} who have not said so")
        ways.append(act(text.format(count=len(one.unread)), "announce-again", one.id))
    if one.arrived:
        ways.append(act(_("Set it right"), "announce-right", one.id))
    if one.state == "stopped" and one.of("withdrawn"):
        text = _("Go on: to {count} who did not get it")
        ways.append(act(text.format(count=len(one.of("withdrawn"))), "announce-rest", one.id))
    return [*ways, act(_("All announcements"), "announcements")]

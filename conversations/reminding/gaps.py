"""What is said of times in which the bot was away."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from conversations.moments import say_clock, short_day
from conversations.offer import act, rows
from conversations.say import Say
from dialog.turn import Translate
from rules.gaps import Away

Interval: TypeAlias = tuple[dt.datetime, dt.datetime]


def away(facts: Away, _: Translate) -> Say:
    """Return what an office is told: from when to when, and what came of what was due."""
    lead = _("The assistant was interrupted from {start} to {end}.")
    text = " ".join(filter(None, (
        lead.format(start=_moment(facts.start, facts.end, _), end=_moment(facts.end, None, _)),
        _caught_up(facts, _),
        _too_late(facts, _),
        _("What was sent meanwhile was received and counts from when it was sent."),
    )))  # fmt: skip
    if not facts.too_late:
        return Say(text)
    return Say(text, rows(act(_("What was not reminded of"), "missed", str(facts.gap))))


def received_late(away: Interval, *, sent: dt.datetime, now: dt.datetime, _: Translate) -> str:
    """Return what somebody reads who wrote while the bot was away; days are said if not today."""
    start, end = away
    text = _(
        "The assistant was interrupted from {start} to {end}. What you sent at {sent} was received,"
        " and counts as received at {sent}. Sorry, comrade."
    )
    return text.format(
        start=_moment(start, end, _), end=_moment(end, now, _), sent=_moment(sent, end, _)
    )


def _caught_up(facts: Away, _: Translate) -> str:
    if not facts.caught_up:
        return ""
    return _("{count} reminders went later.").format(count=facts.caught_up)


def _too_late(facts: Away, _: Translate) -> str:
    if facts.too_late:
        return _("For {count} reminders it was too late.").format(count=facts.too_late)
    return _("No reminder was missed.") if not facts.caught_up else ""


def _moment(at: dt.datetime, like: dt.datetime | None, _: Translate) -> str:
    """Return the hour, with the day unless the moment compared with is on the same."""
    if like and like.date() == at.date():
        return say_clock(at, _)
    return _("{clock}, {day}").format(clock=say_clock(at, _), day=short_day(at.date()))


WORDS: Mapping[type, Callable[[Any, Translate], Say]] = {Away: away}

"""What a year of reminders comes to: each that goes, to how many, and who gets too many a day."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rules.occurrences import Why

MOST_A_DAY = 2  # messages that say something by themselves to one person


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """One decision; `at` is local, `why` "" for what went, `message` what it went in."""

    at: dt.datetime
    rule: str
    step: str
    person: str
    why: Why
    message: str


@dataclass(frozen=True, slots=True)
class Reminder:
    """A step of a rule at one minute: to how many it went, and how many were left out and why."""

    at: dt.datetime
    rule: str
    step: str
    sent: int
    held: tuple[tuple[Why, int], ...]


@dataclass(frozen=True, slots=True)
class Crowded:
    """A day on which somebody gets more than two messages."""

    day: dt.date
    person: str
    messages: int


def reminders(decisions: Iterable[Rehearsed]) -> Sequence[Reminder]:
    """Return what goes when, in the order of time."""
    counted: dict[tuple[dt.datetime, str, str], Counter[Why]] = {}
    for one in decisions:
        key = (one.at.replace(second=0, microsecond=0), one.rule, one.step)
        counted.setdefault(key, Counter())[one.why] += 1
    return [
        Reminder(*key, whys.pop("", 0), tuple(sorted(whys.items())))
        for key, whys in sorted(counted.items())
    ]


def crowded(decisions: Iterable[Rehearsed]) -> Sequence[Crowded]:
    """Return the days that are too many for somebody; several matters in one message are one."""
    got: dict[tuple[dt.date, str], set[str]] = {}
    for one in decisions:
        if one.message and not one.why:
            got.setdefault((one.at.date(), one.person), set()).add(one.message)
    return [
        Crowded(day, person, len(messages))
        for (day, person), messages in sorted(got.items())
        if len(messages) > MOST_A_DAY
    ]

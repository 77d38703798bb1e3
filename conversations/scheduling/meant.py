"""Which committee's schedule is meant, and of which month."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conversations.offer import act, rows
from conversations.officer_places import officer_places
from conversations.outcome import Outcome
from conversations.say import Say
from conversations.situation import Situation
from rules.months import DECEMBER, after, first_of, is_month, month_of
from rules.schedule_requests import ScheduleOf
from rules.scheduling import Schedule
from rules.scheduling_days import month_meant, scheduling_of

_BUTTON = re.compile(r"(.+?)\.([0-9]{4}-[0-9]{2})(?:\.([0-9]{1,6}))?")
_SAID = re.compile(r"([0-9]{1,2})(?:[/.]([0-9]{4}))?")
_MONTHS_AWAY = {"nay": 0, "sau": 1, "toi": 1, "truoc": -1}
LATELY = -2  # a month without a year is the one since so many months ago


@dataclass(frozen=True, slots=True)
class Wanted:
    """A unit's id, "" for any, a month, and the revision looked at, None where nothing was."""

    unit: str
    month: str
    revision: int | None = None


def wanted(s: Situation, subject: str) -> Wanted:
    """Return what a button names, or what was said: "4", "4/2027", "sau"; "" is the usual month."""
    if (match := _BUTTON.fullmatch(subject)) and is_month(match[2]):
        return Wanted(match[1], match[2], int(match[3]) if match[3] else None)
    this = month_of(s.now.date())
    if subject in _MONTHS_AWAY:
        return Wanted("", after(this, _MONTHS_AWAY[subject]))
    match = _SAID.fullmatch(subject)
    said = _said(int(match[1]), match[2] or "", this) if match else ""
    if is_month(said):
        return Wanted("", said)
    scheduling = scheduling_of(form.programme for form in s.forms)
    return Wanted("", month_meant(scheduling, s.now.date()))


def _said(number: int, year: str, this: str) -> str:
    if year:
        return f"{year}-{number:02}"
    months = (after(this, away) for away in range(LATELY, LATELY + DECEMBER))
    return next((month for month in months if first_of(month).month == number), "")


def schedules(s: Situation, one: Wanted) -> list[Schedule]:
    """Return the schedules meant that somebody is an officer over, of units that have any below."""
    units = [hat.unit.id for hat in officer_places(s.person)]
    asked = [ScheduleOf(unit, one.month) for unit in ([one.unit] if one.unit else units)]
    s.need(*asked)
    found = (s.facts_of(request) for request in asked)
    return [schedule for schedule in found if schedule.lines]


def choose(s: Situation, several: Sequence[Schedule], name: str) -> Outcome:
    """Ask which of several committees is meant."""
    _ = s.translate
    options = [act(one.unit.name, name, subject_of(one)) for one in several]
    return Outcome((Say(_("Which one, comrade?"), rows(*options)),))


def subject_of(schedule: Schedule) -> str:
    """Return what a button says of a schedule."""
    return f"{schedule.unit.id}.{schedule.month}"


def say_month(month: str) -> str:
    """Return "4/2027"."""
    first = first_of(month)
    return f"{first.month}/{first.year}"

"""Which reminders of a stage's end are to go by a day, for units whose ends may differ."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from rules.country_calendar import CountryCalendar
from rules.deadline_changes import DeadlineChange
from rules.programme import Programme, Stage
from rules.reminding_days import EARLY, reminder_days
from rules.rounds import Deadline, deadline

_LOOK_BACK = dt.timedelta(days=9)  # after a longer time away nobody wants a list of what was missed
_USEFUL_AFTER = dt.timedelta(days=7)
Days: TypeAlias = tuple[tuple[str, dt.date], ...]


@dataclass(frozen=True, slots=True)
class Round:
    """The round of a stage as it is looked at on a local day, by a calendar."""

    programme: Programme
    stage: Stage
    year: int
    zone: dt.tzinfo
    calendar: CountryCalendar


@dataclass(frozen=True, slots=True)
class Step:
    """One step: for `units`, or for all whose end the office did not change.

    occasion  the year, and which change made it another occasion
    until     from when it is of no use, aware
    early     only for who wants to be reminded that early
    """

    step: str
    occasion: str
    day: dt.date
    until: dt.datetime
    deadline: Deadline
    units: frozenset[str] | None = None
    early: bool = False


def steps_by(round_: Round, day: dt.date) -> list[Step]:
    """Return the steps that are to have gone by a day and are still worth a look."""
    programme, changed = round_.programme, _changed(round_)
    found = list(_steps(round_, programme, None, day))
    ends: dict[tuple[str, ...], set[str]] = {}
    for unit in changed:
        covering = tuple(one.id for one in _covering(round_, unit))
        ends.setdefault(covering, set()).add(unit)
    for units in ends.values():
        of = programme.of(min(units))
        found += _steps(round_, of, frozenset(units), day)
    return found


def changed_units(round_: Round) -> frozenset[str]:
    """Return the units whose end of the stage the office changed."""
    return frozenset(_changed(round_))


def steps_of(round_: Round, unit: str, *, early: bool = False) -> Days:
    """Return each step with its day, as they hold for a unit now."""
    return _days(round_, round_.programme.of(unit), early=early)


def useful_until(days: Days, day: dt.date, last: dt.datetime) -> dt.datetime:
    """Return from when a step is of no use: the next one's day or the end, after that a week."""
    if day > last.date():
        return dt.datetime.combine(day + _USEFUL_AFTER, dt.time(), last.tzinfo)
    later = [goes for _, goes in days if day < goes <= last.date()]
    return dt.datetime.combine(min(later), dt.time(), last.tzinfo) if later else last


def occasion_of(round_: Round, unit: str, step: str, day: dt.date) -> str:
    """Return the occasion of a step: a changed end is another, but not where the day is the same.

    So somebody who was reminded before an end was put off is reminded of the new one.
    """
    changes = _covering(round_, unit)
    early = step == str(EARLY)
    for count in range(len(changes)):
        of = dataclasses.replace(round_.programme, changes=tuple(changes[:count]), whose=unit)
        if (step, day) in _days(round_, of, early=early):
            return _occasion(round_, changes[:count])
    return _occasion(round_, changes)


def _occasion(round_: Round, changes: Sequence[DeadlineChange]) -> str:
    return f"{round_.year}.{changes[-1].id}" if changes else f"{round_.year}"


def _changed(round_: Round) -> set[str]:
    return {
        unit
        for change in round_.programme.changes
        if _is_of(change, round_)
        for unit in change.units
    }


def _is_of(change: DeadlineChange, round_: Round) -> bool:
    ends = (round_.programme.code, round_.stage.code, round_.year)
    return (change.programme, change.stage, change.round) == ends


def _covering(round_: Round, unit: str) -> list[DeadlineChange]:
    """Return the changes that cover a unit, in the order they were made."""
    found = [one for one in round_.programme.changes if _is_of(one, round_) and unit in one.units]
    return sorted(found, key=lambda one: (one.at, one.id))


def _days(round_: Round, of: Programme, *, early: bool) -> Days:
    end = deadline(of, round_.stage.code, round_.year, round_.zone)
    return reminder_days(round_.stage, end, calendar=round_.calendar, programme=of, early=early)


def _steps(
    round_: Round, of: Programme, units: frozenset[str] | None, day: dt.date
) -> Iterator[Step]:
    end = deadline(of, round_.stage.code, round_.year, round_.zone)
    days = _days(round_, of, early=True)
    for step, goes in days:
        occasion = occasion_of(round_, min(units), step, goes) if units else f"{round_.year}"
        if day - _LOOK_BACK <= goes <= day and not _before_its_change(occasion, goes, end):
            yield Step(
                step,
                occasion,
                goes,
                useful_until(days, goes, end.last),
                end,
                units,
                early=step == str(EARLY) and EARLY not in round_.stage.remind,
            )


def _before_its_change(occasion: str, day: dt.date, end: Deadline) -> bool:
    """Return whether the end was changed after a step's day, or it is that day's by the change.

    Nobody missed anything then; what was on that day before goes to who has a later hour.
    """
    if end.change is None:
        return False
    changed = dt.datetime.fromtimestamp(end.change.at / 1000, end.last.tzinfo).date()
    return day < changed or (day == changed and occasion.endswith(f".{end.change.id}"))

"""What officers are told of a month's schedule by itself: to register, to agree, the notice."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rules.country_calendar import CountryCalendar
from rules.months import after, first_of
from rules.occurrences import Due, Key, Why
from rules.person import Unit
from rules.programme import Scheduling
from rules.scheduling import PlannedMeeting, Schedule, ScheduleLine, in_order
from rules.scheduling_days import committee_days, reminder_days
from rules.utc_ms import day_begins, ms_of

RULE = "schedule:"


@dataclass(frozen=True, slots=True)
class ToRegister:
    """A unit is to register its meeting of a month before a day."""

    unit: Unit
    month: str
    before: dt.date


@dataclass(frozen=True, slots=True)
class StillMissing:
    """A committee hears which units have registered nothing, of how many."""

    committee: Unit
    month: str
    missing: tuple[str, ...]
    of: int


@dataclass(frozen=True, slots=True)
class ToAgree:
    """A committee is to agree on a month; `missing` units have registered nothing."""

    committee: Unit
    month: str
    of: int
    missing: int


@dataclass(frozen=True, slots=True)
class MonthNotice:
    """A unit hears the month's schedule; `meetings` are (unit, when and where), in their order.

    again  it was agreed on before, and has changed
    """

    committee: Unit
    month: str
    unit: Unit
    own: PlannedMeeting
    meetings: tuple[tuple[str, PlannedMeeting], ...]
    again: bool


@dataclass(frozen=True, slots=True)
class ChangedSince:
    """A committee hears that a unit meets otherwise than agreed on; None is not at all."""

    committee: Unit
    month: str
    unit: Unit
    was: PlannedMeeting | None
    now: PlannedMeeting | None


@dataclass(frozen=True, slots=True)
class Around:
    """What dues are made in: whose officers are whom, when units register, the days off.

    people  ids of the officers, by unit; of a committee also who is of its office
    """

    people: Mapping[str, Sequence[str]]
    scheduling: Scheduling
    calendar: CountryCalendar
    zone: dt.tzinfo

    def starts(self, day: dt.date) -> int:
        """Return the moment a local day begins, in UTC milliseconds."""
        return day_begins(day, self.zone)


def dues_of(schedule: Schedule, around: Around) -> Iterator[Due]:
    """Yield all that is due for a schedule at some time, what is not owed any more too."""
    if around.scheduling.register_before:
        yield from _to_register(schedule, around)
        yield from _missing(schedule, around)
    if around.scheduling.agree_on:
        yield from _to_agree(schedule, around)
    if schedule.revision:
        yield from _notice(schedule, around)
        yield from _changed(schedule, around)


def _to_register(schedule: Schedule, around: Around) -> Iterator[Due]:
    before, _ = committee_days(around.scheduling, schedule.month)
    days = reminder_days(around.scheduling, schedule.month, calendar=around.calendar)
    for step, day in days:
        for line in schedule.lines:
            facts = ToRegister(line.unit, schedule.month, before)
            why: Why = "met" if line.planned else ""
            yield from _each(
                schedule, line.unit.id, around, step=step, facts=facts, day=day, why=why,
                until=around.starts(before),
            )  # fmt: skip


def _missing(schedule: Schedule, around: Around) -> Iterator[Due]:
    day, _ = committee_days(around.scheduling, schedule.month)
    names = tuple(line.unit.name for line in schedule.missing)
    facts = StillMissing(schedule.unit, schedule.month, names, len(schedule.lines))
    yield from _each(
        schedule, schedule.unit.id, around, step="missing", facts=facts, day=day,
        why="" if names and not schedule.revision else "met",
        until=around.starts(first_of(schedule.month)),
    )  # fmt: skip


def _to_agree(schedule: Schedule, around: Around) -> Iterator[Due]:
    _, day = committee_days(around.scheduling, schedule.month)
    missing = len(schedule.missing)
    facts = ToAgree(schedule.unit, schedule.month, len(schedule.lines), missing)
    yield from _each(
        schedule, schedule.unit.id, around, step="agree", facts=facts, day=day,
        why="" if schedule.may_agree else "met",
        until=around.starts(first_of(schedule.month)),
    )  # fmt: skip


def _notice(schedule: Schedule, around: Around) -> Iterator[Due]:
    agreed = [line for line in in_order(schedule.lines) if line.agreed]
    meetings = tuple((line.unit.name, line.agreed) for line in agreed if line.agreed)
    for line in agreed:
        assert line.agreed  # noqa: S101 - the others were left out
        facts = MonthNotice(
            schedule.unit, schedule.month, line.unit, line.agreed, meetings, schedule.revision > 1
        )
        yield from _each(
            schedule, line.unit.id, around, step=f"notice.{schedule.revision}", facts=facts,
            until=around.starts(first_of(after(schedule.month))),
        )  # fmt: skip


def _changed(schedule: Schedule, around: Around) -> Iterator[Due]:
    for line in schedule.in_state("changed"):
        facts = ChangedSince(schedule.unit, schedule.month, line.unit, line.agreed, line.planned)
        yield from _each(
            schedule, schedule.unit.id, around, step=_change(schedule, line), facts=facts,
            until=around.starts(first_of(after(schedule.month))),
        )  # fmt: skip


def _change(schedule: Schedule, line: ScheduleLine) -> str:
    how = f"{line.planned.revision}" if line.planned else "none"
    return f"changed.{schedule.revision}.{line.unit.id}.{how}"


def _each(
    schedule: Schedule, unit: str, around: Around, *, step: str, facts: object, until: int,
    day: dt.date | None = None, why: Why = "",
) -> Iterator[Due]:  # fmt: skip
    """Yield what is due to each officer of a unit; without a day it goes from when it was agreed.

    What tells of a change of what was agreed waits for no working day.
    """
    for person in around.people.get(unit, ()):
        key = Key(f"{RULE}{schedule.unit.id}", f"{unit}/{person}", schedule.month, step)
        at = 0 if day or schedule.at is None else ms_of(schedule.at)
        yield Due(
            key, person, unit, f"schedule:{unit}", until, facts, day=day, at=at,
            urgent=day is None, news=day is None, joins=not isinstance(facts, MonthNotice), why=why,
        )  # fmt: skip

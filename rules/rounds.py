"""Rounds and deadlines: to which year a day counts, and the exact last moment of a stage."""

import datetime as dt
import itertools
from dataclasses import dataclass

from rules.country_calendar import CountryCalendar
from rules.deadline_changes import DeadlineChange
from rules.programme import Programme, Stage


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of a stage: `written` is the day in the document, `last` the last moment, aware.

    change  how the office changed it for whom this is, None where the document holds
    was     the last moment by the document, where the office changed it
    """

    stage: str
    last: dt.datetime
    written: dt.date
    inclusive: bool
    change: DeadlineChange | None = None
    was: dt.datetime | None = None

    @property
    def paused(self) -> bool:
        """Whether it has no end for now; `last` is the document's then."""
        return self.change is not None and self.change.day is None

    def is_past(self, at: dt.datetime) -> bool:
        """Return whether it is over at a moment, aware; nothing paused is."""
        return not self.paused and at > self.last


def round_of(programme: Programme, day: dt.date) -> int:
    """Return the year a registration of that local day counts to.

    It is the first year whose last stage has not ended, or the year itself without any stages; a
    paused stage ends as the document says. Where the document sets no stage after registering,
    what is late still counts to its year.
    """
    if not programme.stages:
        return day.year
    # An exception may put the end of a round into January, so last year's is asked first.
    years = itertools.count(day.year - 1)
    return next(year for year in years if day <= _round_ends(programme, year))


def deadline(programme: Programme, stage_code: str, year: int, zone: dt.tzinfo) -> Deadline:
    """Return when a stage of that year's round ends, in the office's time zone.

    It is the one of the unit the programme is `of`. Raises Refused where there is no such stage.
    """
    stage = programme.stage(stage_code)
    day = _last_day(stage, year, programme.calendar)
    last = dt.datetime.combine(day, stage.until, zone)
    written = _written(stage, year)
    change = change_of(programme, stage_code, year)
    if change is None:
        return Deadline(stage.code, last, written, stage.inclusive)
    moved = last
    if change.day:
        moved = dt.datetime.combine(change.day, change.until or stage.until, zone)
    return Deadline(stage.code, moved, written, stage.inclusive, change, was=last)


def change_of(programme: Programme, stage_code: str, year: int) -> DeadlineChange | None:
    """Return how the office changed the end of a stage for the unit the programme is `of`."""
    end = (programme.code, stage_code, year)
    found = [
        change
        for change in programme.changes
        if (change.programme, change.stage, change.round) == end and programme.whose in change.units
    ]
    return max(found, key=lambda change: (change.at, change.id), default=None)


def is_on_time(programme: Programme, year: int, at: dt.datetime) -> bool:
    """Tell whether a registration at `at`, aware and in the office's time zone, is on time.

    Without a deadline, or while it is paused, everything is. Raises ValueError for a naive time.
    """
    if at.tzinfo is None:
        raise ValueError("a naive time has no deadline")
    if not programme.has_deadline:
        return True
    return not deadline(programme, "register", year, at.tzinfo).is_past(at)


def _round_ends(programme: Programme, year: int) -> dt.date:
    last = max(_ends(programme, stage, year) for stage in programme.stages)
    only_register = all(stage.code == "register" for stage in programme.stages)
    return max(last, dt.date(year, 12, 31)) if only_register else last


def _ends(programme: Programme, stage: Stage, year: int) -> dt.date:
    change = change_of(programme, stage.code, year)
    return (change and change.day) or _last_day(stage, year, programme.calendar)


def _written(stage: Stage, year: int) -> dt.date:
    return dict(stage.exceptions).get(year) or dt.date(year, stage.month, stage.day)


def _last_day(stage: Stage, year: int, calendar: CountryCalendar) -> dt.date:
    written = _written(stage, year)
    last = written if stage.inclusive else written - dt.timedelta(days=1)
    # Whoever wrote an exception for one year had that year's calendar at hand.
    if stage.shift == "none" or year in dict(stage.exceptions):
        return last
    if stage.shift == "earlier":
        return calendar.working_day_before(last)
    return calendar.working_day_after(last)

"""Rounds and deadlines: to which year a day counts, and the exact last moment of a stage."""

import datetime as dt
import itertools
from dataclasses import dataclass

from rules.programme import Programme, Stage

FRIDAY, A_WEEK = 4, 7


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of a stage: `written` is the day in the document, `last` the last moment, aware."""

    stage: str
    last: dt.datetime
    written: dt.date
    inclusive: bool


def round_of(programme: Programme, day: dt.date) -> int:
    """Return the year a registration of that local day counts to.

    It is the first year whose last stage has not ended, or the year itself without any stages.
    Where the document sets no stage after registering, what is late still counts to its year.
    """
    if not programme.stages:
        return day.year
    # An exception may put the end of a round into January, so last year's is asked first.
    years = itertools.count(day.year - 1)
    return next(year for year in years if day <= _round_ends(programme, year))


def deadline(programme: Programme, stage_code: str, year: int, zone: dt.tzinfo) -> Deadline:
    """Return when a stage of that year's round ends, in the office's time zone.

    Raises Refused where the programme has no such stage.
    """
    stage = programme.stage(stage_code)
    last = dt.datetime.combine(_last_day(stage, year), stage.until, zone)
    return Deadline(stage.code, last, _written(stage, year), stage.inclusive)


def is_on_time(programme: Programme, year: int, at: dt.datetime) -> bool:
    """Tell whether a registration at `at`, aware and in the office's time zone, is on time.

    Without a deadline everything is. Raises ValueError for a naive time.
    """
    if at.tzinfo is None:
        raise ValueError("a naive time has no deadline")
    if not programme.has_deadline:
        return True
    return at <= deadline(programme, "register", year, at.tzinfo).last


def _round_ends(programme: Programme, year: int) -> dt.date:
    last = max(_last_day(stage, year) for stage in programme.stages)
    only_register = all(stage.code == "register" for stage in programme.stages)
    return max(last, dt.date(year, 12, 31)) if only_register else last


def _written(stage: Stage, year: int) -> dt.date:
    return dict(stage.exceptions).get(year) or dt.date(year, stage.month, stage.day)


def _last_day(stage: Stage, year: int) -> dt.date:
    written = _written(stage, year)
    last = written if stage.inclusive else written - dt.timedelta(days=1)
    # Whoever wrote an exception for one year had that year's calendar at hand.
    return last if year in dict(stage.exceptions) else _off_the_weekend(last, stage)


def _off_the_weekend(day: dt.date, stage: Stage) -> dt.date:
    past_friday = day.weekday() - FRIDAY
    if stage.shift == "none" or past_friday <= 0:
        return day
    if stage.shift == "earlier":
        return day - dt.timedelta(days=past_friday)
    return day + dt.timedelta(days=A_WEEK - day.weekday())

"""Where the buttons of the demo's clock lead."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal, TypeAlias

from rules.country_calendar import CountryCalendar
from rules.programme import Programme
from rules.reminding_days import AFTER, reminder_days
from rules.rounds import deadline, round_of

Leap: TypeAlias = Literal["hour", "day", "first", "last", "after", "back"]

_BY: Mapping[Leap, dt.timedelta] = {
    "hour": dt.timedelta(hours=1),
    "day": dt.timedelta(days=1),
    "back": dt.timedelta(hours=-2),
}
# Of reminders that would go on one day only the nearer goes, so the next best one is looked for.
_STEPS: Mapping[Leap, tuple[str, ...]] = {
    "first": ("7", "3", "1"),
    "last": ("1", "3"),
    "after": (AFTER,),
}


def leap(where: Leap, now: dt.datetime, programme: Programme) -> dt.datetime:
    """Return the moment a button leads to; `now` is aware and local.

    To a reminder of the registration, at the hour it goes, of this round or else of the next.
    """
    if by := _BY.get(where):
        return now + by
    year = round_of(programme, now.date())
    moments = (_moment(where, each, now, programme) for each in (year - 1, year, year + 1))
    return next(moment for moment in moments if moment > now)


def _moment(where: Leap, year: int, now: dt.datetime, programme: Programme) -> dt.datetime:
    stage = programme.stage("register")
    ends = deadline(programme, stage.code, year, now.tzinfo or dt.UTC)
    calendar = CountryCalendar()
    days = dict(reminder_days(stage, ends, calendar=calendar, programme=programme))
    day = next(days[step] for step in _STEPS[where] if step in days)
    return dt.datetime.combine(day, programme.reminding.hours[0], now.tzinfo)

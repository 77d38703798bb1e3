"""Days off and swapped working days: what the country's calendar says, and the office over it."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class SaidDay:
    """What the office says of a day, over the country's calendar; `label` is why."""

    kind: Literal["off", "working"]
    label: str


@dataclass(frozen=True, slots=True)
class CountryCalendar:
    """Which days are worked in Vietnam; the government swaps some each year, the office says so."""

    said: Mapping[dt.date, SaidDay] = field(default_factory=dict, hash=False)

    def works(self, day: dt.date) -> bool:
        """Return whether offices work on a day."""
        if said := self.said.get(day):
            return said.kind == "working"
        off, swapped = _national(day.year)
        return day in swapped or (day.weekday() < SATURDAY and day not in off)

    def holiday(self, day: dt.date) -> str:
        """Return what a day off is called in Vietnamese, "" for a weekend or a working day."""
        if said := self.said.get(day):
            return said.label if said.kind == "off" else ""
        off, _swapped = _national(day.year)
        return off.get(day, "")

    def working_day_before(self, day: dt.date) -> dt.date:
        """Return the day itself where it is worked, else the last working day before it."""
        while not self.works(day):
            day -= dt.timedelta(days=1)
        return day

    def working_day_after(self, day: dt.date) -> dt.date:
        """Return the day itself where it is worked, else the first working day after it."""
        while not self.works(day):
            day += dt.timedelta(days=1)
        return day


@cache
def _national(year: int) -> tuple[Mapping[dt.date, str], Collection[dt.date]]:
    """Return the days off of a year with their names, and the weekends worked instead."""
    import holidays  # noqa: PLC0415 - only who plans needs it

    known = holidays.country_holidays("VN", years=year, language="vi")
    return dict(known.items()), frozenset(known.weekend_workdays)

"""Stretches of days as people name them: quý I, 6 tháng đầu năm, năm 2027."""

import calendar
import datetime as dt
import re
from typing import NamedTuple

from rules.fold import fold

_NUMBERS = {
    "1": 1, "i": 1, "mot": 1, "dau": 1, "2": 2, "ii": 2, "hai": 2, "3": 3, "iii": 3, "ba": 3,
    "4": 4, "iv": 4, "tu": 4, "bon": 4, "cuoi": 4,
}  # fmt: skip
_YEAR = r"(?: (?:cua )?nam)?(?:[ /]?(?P<year>[1-9][0-9]{3})| (?P<which>nay|sau|toi|truoc))?"
_QUARTER = re.compile(rf"quy (?P<number>{'|'.join(_NUMBERS)}){_YEAR}")
_NEAR = re.compile("quy (?P<which>nay|sau|toi|truoc)")
_HALF = re.compile(rf"(?:6|sau) thang (?P<part>dau|cuoi) nam{_YEAR}")
_WHOLE = re.compile(r"(?:ca )?nam(?: (?P<year>[1-9][0-9]{3})| (?P<which>nay|sau|toi|truoc))")
_AWAY = {"nay": 0, "sau": 1, "toi": 1, "truoc": -1}
_MONTHS = 3  # of a quarter


class Days(NamedTuple):
    """The days from `first` to `last`, both included."""

    first: dt.date
    last: dt.date

    def __contains__(self, day: object) -> bool:
        return isinstance(day, dt.date) and self.first <= day <= self.last


def quarter_of(day: dt.date, away: int = 0) -> Days:
    """Return the quarter a day lies in, or one so many quarters away from it."""
    year, quarter = divmod(day.year * 4 + (day.month - 1) // _MONTHS + away, 4)
    return _months(year, quarter * _MONTHS + 1, quarter * _MONTHS + _MONTHS)


def read_period(text: str, today: dt.date) -> Days | None:
    """Return the days meant by quý I, quý này, 6 tháng đầu năm, năm 2027; None for other words."""
    said = " ".join(fold(text).split()).strip(" .,;!?")
    if found := _NEAR.fullmatch(said):
        return quarter_of(today, _AWAY[found["which"]])
    if found := _QUARTER.fullmatch(said):
        number = _NUMBERS[found["number"]]
        return _months(_year(found, today), number * _MONTHS - 2, number * _MONTHS)
    if found := _HALF.fullmatch(said):
        first = 1 if found["part"] == "dau" else 7
        return _months(_year(found, today), first, first + 5)
    if found := _WHOLE.fullmatch(said):
        return _months(_year(found, today), 1, 12)
    return None


def _year(found: re.Match[str], today: dt.date) -> int:
    if found["year"]:
        return int(found["year"])
    return today.year + _AWAY[found["which"] or "nay"]


def _months(year: int, first: int, last: int) -> Days:
    end = calendar.monthrange(year, last)[1]
    return Days(dt.date(year, first, 1), dt.date(year, last, end))

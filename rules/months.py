"""Months as "2027-04": the one before and after, the days in them, the quarter they are in."""

import calendar
import datetime as dt
import re

DECEMBER, OF_A_QUARTER = 12, 3
_MONTH = re.compile(r"(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])")


def month_of(day: dt.date) -> str:
    """Return the month a day is in."""
    return f"{day.year:04}-{day.month:02}"


def is_month(text: str) -> bool:
    """Return whether somebody's words name a month so."""
    return _MONTH.fullmatch(text) is not None


def first_of(month: str) -> dt.date:
    """Return its first day; ValueError for what is no month."""
    return dt.date.fromisoformat(f"{month}-01")


def after(month: str, months: int = 1) -> str:
    """Return the month so many later, or earlier for less than 0."""
    first = first_of(month)
    years, place = divmod(first.year * DECEMBER + first.month - 1 + months, DECEMBER)
    return f"{years:04}-{place + 1:02}"


def day_in(month: str, day: int) -> dt.date:
    """Return that day of the month, its last where it is shorter."""
    first = first_of(month)
    return first.replace(day=min(day, calendar.monthrange(first.year, first.month)[1]))


def quarter_number(month: str) -> int:
    """Return which quarter (1 to 4) of its year a month is in."""
    return (first_of(month).month - 1) // OF_A_QUARTER + 1


def ends_quarter(month: str) -> bool:
    """Return whether a month is the last of its quarter."""
    return first_of(month).month % OF_A_QUARTER == 0

"""On which day of every month or quarter a unit meets, as it is said and as it is kept."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from rules.country_calendar import CountryCalendar
from rules.dates import folded_date
from rules.refused import Refused

LAST = -1
_CODE = re.compile(r"(m|q[123]) (?:d([1-9]|[12][0-9]|3[01])(>?)|w(-1|[1-4])\.([0-6]))")
_EVERY = re.compile(r"\b(?:hang|hagn|moi) (thang|quy)\b")
_SHIFT = re.compile(
    r"(?:\b(?:neu|hoac) )?\b(?:trung|vao|gap|roi vao) (?:vao )?(?:ngay )?(?:nghi|le|cuoi tuan).*"
    r"\bngay lam viec(?: (?:sau|tiep theo|ke tiep|lien ke))?(?: do)?"
)
_OF_QUARTER = re.compile(r"\b(?:cua )?thang (dau|giua|cuoi|thu [123]|1|2|3)(?: (?:cua )?quy)?\b")
_MONTHS = {"dau": 1, "giua": 2, "cuoi": 3}
_BY_WEEKDAY = re.compile(
    r"(?:vao )?thu ([2-8])(?: (?:cua )?(?:tuan|lan))? ?"
    r"(dau tien|dau|thu [1-4]|[1-4]|cuoi cung|cuoi)"
    r"(?: (?:cua )?thang)?"
)
_BY_DAY = re.compile(r"(?:vao )?(?:(?:ngay|mung|mong) )+([0-9]{1,2})(?: (?:cua )?thang)?")
_LAST_DAY = re.compile(r"(?:vao )?(?:ngay )?cuoi(?: cung)?(?: (?:cua )?thang)?")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One day of every month, or of one month of every quarter.

    quarter  which month of the quarter (1 to 3), 0: every month
    day      of the month, the last one where a month is shorter; 0: it is a weekday
    later    where that day is off, the working day after it
    nth      which of the month's `weekday`s (0 is Monday), 1 to 4, or LAST
    """

    quarter: int = 0
    day: int = 0
    later: bool = False
    nth: int = 0
    weekday: int = 0

    @property
    def code(self) -> str:
        """The text it is kept as: "m w1.3", "m d4>", "q1 d5"."""
        every = f"q{self.quarter}" if self.quarter else "m"
        if self.day:
            return f"{every} d{self.day}{'>' if self.later else ''}"
        return f"{every} w{self.nth}.{self.weekday}"


def pattern_of(code: str) -> Pattern:
    """Return the pattern kept as `code`; Refused "not-a-pattern"."""
    match = _CODE.fullmatch(code)
    if match is None:
        raise Refused("not-a-pattern")
    every, day, later, nth, weekday = match.groups()
    quarter = int(every[1:] or 0)
    if day:
        return Pattern(quarter, int(day), bool(later))
    return Pattern(quarter, nth=int(nth), weekday=int(weekday))


def read_pattern(text: str) -> Pattern:
    """Return the pattern meant: "thứ Năm tuần đầu hằng tháng", "ngày 5 tháng đầu quý".

    Refused "not-a-pattern" otherwise, also where the words mean one day only.
    """
    said = folded_date(text).replace(",", " ").replace(";", " ")
    every = _EVERY.search(said)
    rest = _EVERY.sub(" ", said)
    shift = _SHIFT.search(rest)
    rest = _SHIFT.sub(" ", rest)
    quarter, rest = _quarter(every[1] if every else "", rest)
    found = _day_of(" ".join(rest.split()))
    if not every and not quarter and found.day:
        raise Refused("not-a-pattern")  # "ngày 3" is one day
    later = bool(shift) and found.day > 0
    return Pattern(quarter, found.day, later, found.nth, found.weekday)


def _quarter(every: str, rest: str) -> tuple[int, str]:
    found = _OF_QUARTER.search(rest)
    if every != "quy" and not (found and "quy" in found[0]):
        return 0, rest
    if found is None:
        return 1, rest
    which = found[1].removeprefix("thu ")
    return _MONTHS.get(which) or int(which), rest[: found.start()] + rest[found.end() :]


def _day_of(said: str) -> Pattern:
    if found := _BY_WEEKDAY.fullmatch(said):
        which = found[2].removeprefix("thu ").split()[0]
        nth = {"dau": 1, "cuoi": LAST}.get(which) or int(which)
        return Pattern(nth=nth, weekday=int(found[1]) - 2)
    if (found := _BY_DAY.fullmatch(said)) and 0 < int(found[1]) <= 31:  # noqa: PLR2004 - of a month
        return Pattern(day=int(found[1]))
    if _LAST_DAY.fullmatch(said):
        return Pattern(day=31)
    raise Refused("not-a-pattern")


def day_in(pattern: Pattern, year: int, month: int, days: CountryCalendar) -> dt.date | None:
    """Return its day for a month, None where it has none in that month of the quarter.

    Moved off a day off it may lie in the month after.
    """
    if pattern.quarter and (month - 1) % 3 + 1 != pattern.quarter:
        return None
    length = calendar.monthrange(year, month)[1]
    if pattern.day:
        day = dt.date(year, month, min(pattern.day, length))
        return days.working_day_after(day) if pattern.later else day
    if pattern.nth == LAST:
        last = dt.date(year, month, length)
        return last - dt.timedelta(days=(last.weekday() - pattern.weekday) % 7)
    first = dt.date(year, month, 1)
    away = (pattern.weekday - first.weekday()) % 7
    return first + dt.timedelta(days=away + 7 * (pattern.nth - 1))


def next_days(
    pattern: Pattern, since: dt.date, days: CountryCalendar, *, count: int
) -> list[tuple[str, dt.date]]:
    """Return its next days from `since` on, each with the month ("2027-03") it is for."""
    until = since + dt.timedelta(days=count * (100 if pattern.quarter else 40))
    return days_between(pattern, since, until, days)[:count]


def days_between(
    pattern: Pattern, since: dt.date, until: dt.date, days: CountryCalendar
) -> list[tuple[str, dt.date]]:
    """Return its days from `since` to `until`, both included, each with the month it is for."""
    found: list[tuple[str, dt.date]] = []
    # A day of the month before may have moved into this one.
    for number in range(since.year * 12 + since.month - 2, until.year * 12 + until.month):
        year, month = number // 12, number % 12 + 1
        day = day_in(pattern, year, month, days)
        if day and since <= day <= until:
            found.append((f"{year:04d}-{month:02d}", day))
    return found

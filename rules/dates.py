"""Days and times of day as people type them; the day always comes before the month."""

import calendar
import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterable

from rules.fold import fold
from rules.periods import read_period
from rules.refused import Refused

_AROUND = re.compile(r"^(?:(?:vao|luc|sang|trua|chieu|toi|dem) )+|(?: (?:a|nhe|nha))?[ .,;!]*$")
_SPELT = re.compile(
    r"(?:(?<=\bthu )|(?<=\bthang ))(?:muoi(?: mot| 1| hai)?|hai|ba|tu|nam|bay|tam|chin)\b"
    r"|(?<=\bthu )sau\b|\bt(?=[2-7]\b)|\b(?:chu nhat|cn)\b"
)
_DIGITS = {
    "hai": "2", "ba": "3", "tu": "4", "nam": "5", "sau": "6", "bay": "7", "tam": "8", "chin": "9",
    "muoi": "10", "muoi mot": "11", "muoi 1": "11", "muoi hai": "12",
    "t": "thu ", "chu nhat": "thu 8", "cn": "thu 8",
}  # fmt: skip
_AWAY = {
    "hom qua": -1, "nay": 0, "hom nay": 0, "mai": 1, "ngay mai": 1, "mot": 2, "ngay mot": 2,
    "ngay kia": 2,
}  # fmt: skip
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_FULL = re.compile(
    r"(?:thu (?P<weekday>[2-8])[ ,-]*)?(?:(?:ngay|mung|mong) )*(?P<day>[0-9]{1,2})"
    r"(?: ?[/.-] ?| thang )(?P<month>[0-9]{1,2})(?:(?: ?[/.-] ?| nam )(?P<year>[0-9]{4}|[0-9]{2}))?"
)
# Behind a whole date, as newspapers write it: 06:28, | 3:08:30 PM.
_CLOCK = re.compile(
    r"(?<=[/.-][0-9]{4})(?: \|)? (?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?: [ap]m)?$"
)
_IN_MONTH = re.compile(r"(?:(?:ngay|mung|mong) )+([0-9]{1,2})(?: thang (nay|sau|toi))?")
_MONTH_END = re.compile(r"(?:cuoi|het) thang(?: (nay|sau|toi)| ([0-9]{1,2}))?")
_WEEKDAY = re.compile(r"thu ([2-8])(?: (nay|tuan nay|toi|sau|tuan sau|tuan toi))?")
_NEARBY = re.compile("(?:sau |con )?([0-9]{1,2}) (ngay|tuan) (?:nua|toi)")
_END_OF = re.compile("^(?:den )?(?:cuoi|het) ")
_SAYS_WHICH = re.compile("[0-9]{4}|truoc|nay|sau|toi")
_TIME = re.compile(
    r"([0-9]{1,2})(?: ?(h|g|gio|:|\.)(?: ?([0-9]{1,2}) ?(?:p|ph|phut|')?)?)?( ?ruoi)?"
    r"(?: kem ([0-9]{1,2})(?: phut)?)?(?: (?:buoi )?(sang|trua|chieu|toi|dem))?"
)
_NOON = 12
_PARTS = {
    "sang": tuple(range(12)),
    "trua": tuple(range(10, 15)),
    "chieu": tuple(range(12, 19)),
    "toi": tuple(range(17, 24)),
    "dem": (*range(19, 24), *range(5)),
}


def read_date(text: str, today: dt.date) -> dt.date:
    """Return the day meant: 2/4/2027, 20.3, ngày 20 tháng 3, mai, thứ hai tuần sau, cuối tháng.

    So are the ends of longer times: hết quý I, cuối 6 tháng đầu năm. A time of day behind a whole
    date is left out: "Thứ ba, 2/4/2024 | 3:08:30 PM". Without a year it is the next such day from
    `today` on. Refused "not-a-date" when nothing is understood, "not-a-day" when the calendar has
    no such day or it is another weekday.
    """
    said = _CLOCK.sub("", folded_date(text))
    try:
        return _day(said, today)
    except ValueError:
        raise Refused("not-a-day") from None


def read_time(text: str) -> dt.time:
    """Return the time of day meant: 19h, 19h30, 19:30, 19 giờ 30, 7 rưỡi tối, 8 giờ kém 15.

    Refused "not-a-time" otherwise; a number alone is no time.
    """
    match = _TIME.fullmatch(folded_date(text))
    if not match or not any(match.groups()[1:]):
        raise Refused("not-a-time")
    hour, _, minute, half, less, part = match.groups()
    try:
        said = dt.time(_hour(int(hour), part), 30 if half else int(minute or 0))
    except ValueError:
        raise Refused("not-a-time") from None
    minutes = (said.hour * 60 + said.minute - int(less or 0)) % 1440
    return dt.time(*divmod(minutes, 60))


def folded_date(text: str) -> str:
    """Return the folded text with its weekdays and months as digits (Sunday is "thu 8")."""
    composed = unicodedata.normalize("NFC", text).lower()
    # Without their marks these two would be "next" and "the day after tomorrow".
    said = fold(composed.replace("sáu", "6").replace("một", "1"))
    return _SPELT.sub(lambda found: _DIGITS[found[0]], _AROUND.sub("", said))


def _day(said: str, today: dt.date) -> dt.date:
    if said in _AWAY:
        return today + dt.timedelta(days=_AWAY[said])
    for pattern, read in _WAYS:
        if found := pattern.fullmatch(said):
            return read(found, today)
    if end := _period_end(said, today):
        return end
    raise Refused("not-a-date")


def _full(found: re.Match[str], today: dt.date) -> dt.date:
    day, month, year = int(found["day"]), int(found["month"]), found["year"]
    if year:
        date = dt.date(int(f"20{year}"[-4:]), month, day)
    else:
        date = _first(((today.year + more, month, day) for more in range(9)), today)
    if found["weekday"] and date.weekday() != int(found["weekday"]) - 2:
        raise ValueError(date)
    return date


def _in_month(day: int, which: str | None, today: dt.date) -> dt.date:
    if which:
        return dt.date(*_month(today, which != "nay"), day)
    return _first(((*_month(today, away), day) for away in range(12)), today)


def _month_end(which: str | None, number: str | None, today: dt.date) -> dt.date:
    away = int(which in {"sau", "toi"})
    if number:
        away = (dt.date(today.year, int(number), 1).month - today.month) % 12
    year, month = _month(today, away)
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _weekday(weekday: int, which: str | None, today: dt.date) -> dt.date:
    away = weekday - today.weekday()
    if which is None or which == "toi":
        least = 1 if which else 0
        return today + dt.timedelta(days=(away - least) % 7 + least)
    return today + dt.timedelta(days=away if which.endswith("nay") else away + 7)


def _period_end(said: str, today: dt.date) -> dt.date | None:
    """Return the last day of a quarter, half or year, the next one where no year is said."""
    words = _END_OF.sub("", said)
    if words == said:
        return None
    words = "nam nay" if words == "nam" else words
    ahead = read_period(words, today)
    if ahead and ahead.last < today and not _SAYS_WHICH.search(words):
        ahead = read_period(words, dt.date(today.year + 1, 1, 1))
    return ahead.last if ahead else None


def _month(today: dt.date, away: int) -> tuple[int, int]:
    year, month = divmod(today.year * 12 + today.month - 1 + away, 12)
    return year, month + 1


def _first(days: Iterable[tuple[int, int, int]], today: dt.date) -> dt.date:
    """Return the first of the days that exists and has not passed; ValueError when none does."""
    for year, month, day in days:
        if day <= calendar.monthrange(year, month)[1] and dt.date(year, month, day) >= today:
            return dt.date(year, month, day)
    raise ValueError(today)


def _nearby(found: re.Match[str], today: dt.date) -> dt.date:
    return today + dt.timedelta(days=int(found[1]) * (7 if found[2] == "tuan" else 1))


_WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], dt.date], dt.date]], ...] = (
    (_ISO, lambda found, _today: dt.date(*map(int, found.groups()))),
    (_FULL, _full),
    (_IN_MONTH, lambda found, today: _in_month(int(found[1]), found[2], today)),
    (_MONTH_END, lambda found, today: _month_end(found[1], found[2], today)),
    (_WEEKDAY, lambda found, today: _weekday(int(found[1]) - 2, found[2], today)),
    (_NEARBY, _nearby),
)


def _hour(said: int, part: str | None) -> int:
    """Return the hour of 24 that is `said` in that part of the day; ValueError when none is."""
    if part is None:
        return said
    ways = (said, (said + 12) % 24) if said <= _NOON else (said,)
    for hour in ways:
        if hour in _PARTS[part]:
            return hour
    raise ValueError(said)

"""The dates in a text an office wrote, each held against the calendar before it goes out."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_WEEKDAYS = {
    "hai": 0, "ba": 1, "tư": 2, "tu": 2, "năm": 3, "nam": 3, "sáu": 4, "sau": 4, "bảy": 5,
    "bay": 5, "2": 0, "3": 1, "4": 2, "5": 3, "6": 4, "7": 5,
}  # fmt: skip
_WEEKDAY = (
    r"(?:(?P<sunday>chủ nhật|chu nhat|CN)|(?:thứ|thu)\s+(?P<weekday>hai|ba|tư|tu|năm|nam|sáu|sau"
    r"|bảy|bay|[2-7]))[\s,]*(?:ngày|ngay)?\s*"
)
_BEFORE = r"(?:ngày|ngay|hết|trước|sau|đến|tới|từ|là|sáng|chiều|tối|hạn|vào)\s+"
# A day without a year is a day only where a word says so: 1/2 may be a half.
_DATE = re.compile(
    rf"(?:{_WEEKDAY}|(?P<said>{_BEFORE}))?(?<![\d/.-])(?P<day>\d{{1,2}})"
    r"(?:\s*/\s*|\s*\.\s*|\s+tháng\s+|-)(?P<month>\d{1,2})"
    r"(?:(?:\s*/\s*|\s*\.\s*|\s+năm\s+|-)(?P<year>\d{4}|\d{2}))?(?![\d/])(?!\s*%)",
    re.IGNORECASE,
)
_SUNDAY, _HALF_A_YEAR = 6, 183
_PAPER = re.compile(
    r"(?:công văn|kế hoạch|quyết định|hướng dẫn|chỉ thị|nghị quyết|thông báo|thông tri|quy định"
    r"|kết luận|tờ trình|báo cáo|số)[^.;:\n]{0,60}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateSaid:
    """A date as it stands in a text.

    day    what it means, None where the calendar has no such day
    right  whether the weekday said is the day's; None where none is said
    past   whether it is over; not of the date of a document, which always is
    """

    words: str
    day: dt.date | None
    right: bool | None = None
    past: bool = False


def dates_in(text: str, today: dt.date) -> tuple[DateSaid, ...]:
    """Return the dates of a text in their order, each once."""
    return tuple(dict.fromkeys(_found(unicodedata.normalize("NFC", text), today)))


def _found(text: str, today: dt.date) -> Iterator[DateSaid]:
    for match in _DATE.finditer(text):
        weekday = _weekday(match)
        if match["year"] is None and weekday is None and not match["said"]:
            continue
        words = " ".join(match[0].removeprefix(match["said"] or "").split())
        day = _day(match, today)
        of_paper = bool(_PAPER.search(text[: match.start("day")]))
        right = None if weekday is None or day is None else day.weekday() == weekday
        yield DateSaid(words, day, right, past=day is not None and day < today and not of_paper)


def _weekday(match: re.Match[str]) -> int | None:
    if match["sunday"]:
        return _SUNDAY
    return _WEEKDAYS[match["weekday"].lower()] if match["weekday"] else None


def _day(match: re.Match[str], today: dt.date) -> dt.date | None:
    """Return the day; without a year the nearest one that is not long over."""
    year = int(f"20{match['year'] or today.year}"[-4:])
    try:
        day = dt.date(year, int(match["month"]), int(match["day"]))
        late = match["year"] is None and (today - day).days > _HALF_A_YEAR
        return day.replace(year=year + 1) if late else day
    except ValueError:
        return None

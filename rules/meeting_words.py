"""When a meeting is, in words, and a whole meeting said in one line."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rules.dates import read_date, read_time
from rules.fold import fold
from rules.meeting_patterns import Pattern, pattern_of, read_pattern
from rules.refused import Refused

_KEPT = re.compile(r"(\d{4}-\d{2}-\d{2}|(?:m|q[123]) [dw]\S+?)(?: (\d{2}:\d{2}))?")
_A_CLOCK = re.compile(r"\d ?(?:h|g|gio|:)|\b(?:sang|trua|chieu|toi|dem)\b")
_A_DAY = re.compile(r"\d|\b(?:thu|ngay|mung|hang|moi|chu nhat|cn|mai|nay)\b")
# Behind a place; a lone "Mai" may be whose house it is.
_NEXT_DAY = re.compile(r"\d|(?:thu|ngay|mung|hang|moi|chu|cn|hom|sang|trua|chieu|toi|dem)$")
_HERE = {"tại", "tai", "ở", "o"}
# What the meeting is about, which goes into nothing that is kept.
_AGENDA = re.compile(r"(?:noi dung|chuong trinh|chu de|chuyen de|ve viec|thanh phan|nd)\b")
_AT = {"luc", "vao", "bat", "dau", "tu", "va"}
_A_LINE = 16  # words of a text that is about nothing else
_CLOCK_WORDS, _DAY_WORDS = 6, 14  # at most, of one time of day, of one day
_KINDS = (
    (re.compile(r"\bchuyen de\b"), "thematic"),
    (re.compile(r"\b(?:chi uy|cap uy|dang uy|ban chap hanh|bch|ban thuong vu)\b"), "committee"),
    (re.compile(r"\b(?:thuong ky|dinh ky|sinh hoat le|hang thang|moi thang)\b"), "regular"),
)
_BEGINS = re.compile(
    r"(?:toi muon |cho toi |giup toi )?(?:tao|dat|len|them|lap|bao|moi|thong bao|trieu tap)"
    r"(?: cuoc| buoi| lich)* (?:hop|sinh hoat)\b"
)
_MEETS = re.compile(r"(?:chi bo |don vi |chi uy |dang uy |cap uy )?(?:hop|sinh hoat)\b")
_ASKS = re.compile(
    r"\b(?:khong|chua|may gio|khi nao|bao gio|o dau|ngay nao|the nao|vang|(?:di|du) duoc)$"
)
_STOPS = ",;.!"
_ANY_DAY = dt.date(2001, 1, 1)


@dataclass(frozen=True, slots=True)
class Said:
    """When a meeting is, as far as it was said: one day or a pattern of days, a time of day."""

    day: dt.date | Pattern
    time: dt.time | None = None

    @property
    def kept(self) -> str:
        """The text it is kept as: "2027-03-18 19:00", "m w1.3"."""
        day = self.day.code if isinstance(self.day, Pattern) else self.day.isoformat()
        return f"{day} {self.time:%H:%M}" if self.time else day


def said_of(kept: str) -> Said:
    """Return what `Said.kept` was made of; Refused "not-a-date"."""
    match = _KEPT.fullmatch(kept)
    if match is None:
        raise Refused("not-a-date")
    day, time = match.groups()
    try:
        meant = dt.date.fromisoformat(day) if day[0].isdigit() else pattern_of(day)
        return Said(meant, dt.time.fromisoformat(time) if time else None)
    except ValueError:
        raise Refused("not-a-day") from None


def read_when(now: dt.datetime, *, series: bool = True) -> Callable[[str], str]:
    """Return the reader of when a meeting is: a day, perhaps with a time, or days of a series.

    It refuses "not-a-date" and "not-a-day" as `read_date` does, "day-is-over" and "time-is-over".
    """

    def read(text: str) -> str:
        try:
            said = said_of(text.strip())
        except Refused:
            said = _when_in(text, now.date())
        if isinstance(said.day, Pattern):
            if not series:
                raise Refused("not-a-date")
            return said.kept
        _ahead(said.day, said.time, now)
        return said.kept

    return read


def read_days(text: str) -> str:
    """Return the days of a series meant, perhaps with a time; Refused "not-a-pattern"."""
    try:
        said = said_of(text.strip())
    except Refused:
        said = _when_in(text, _ANY_DAY)
    if not isinstance(said.day, Pattern):
        raise Refused("not-a-pattern")
    return said.kept


def read_later(day: dt.date | Pattern, now: dt.datetime) -> Callable[[str], str]:
    """Return the reader of a time of day that is ahead on that day; Refused "time-is-over"."""

    def read(text: str) -> str:
        time = read_time(text)
        if isinstance(day, dt.date):
            _ahead(day, time, now)
        return time.isoformat("minutes")

    return read


def announced(text: str) -> bool:
    """Return whether somebody says that there is to be a meeting, not asks about one."""
    said = " ".join(fold(text).split())
    if text.rstrip().endswith("?") or _ASKS.search(said):
        return False
    if _BEGINS.match(said):
        return True
    # A time alone is enough: the day may be one the calendar does not have.
    return bool(_MEETS.match(said)) and bool({"when", "time"} & meeting_in(text, _ANY_DAY).keys())


def plainly_announced(text: str) -> bool:
    """Return whether a text is nothing but that there is to be a meeting, with day and time."""
    brief = len(text.split()) <= _A_LINE
    return brief and announced(text) and ":" in meeting_in(text, _ANY_DAY).get("when", "")


def meeting_in(text: str, today: dt.date) -> dict[str, str]:
    """Return what was said of a meeting in one line: "kind", "when", "time", "place"."""
    typed = [word for word in text.split() if word.strip(_STOPS)]
    words = [word.strip(_STOPS) for word in typed]
    found: dict[str, str] = {}
    if kind := next((kind for pattern, kind in _KINDS if pattern.search(fold(text))), ""):
        found["kind"] = kind
    start = next((n for n, word in enumerate(words) if word.lower() in _HERE), len(words))
    end = _end_of_place(words, start, today)
    if place := " ".join(typed[start + 1 : end]).strip(_STOPS):
        found["place"] = place
    rest = [*words[:start], *words[end:]]
    return found | _when_and_time(rest, today)


def _when_and_time(words: Sequence[str], today: dt.date) -> dict[str, str]:
    time, left = _clock_in(words)
    day = _day_in(left, today)
    found: dict[str, str] = {}
    if day is not None:
        found["when"] = Said(day, time).kept
    elif time:
        found["time"] = time.isoformat("minutes")
    return found


def _when_in(text: str, today: dt.date) -> Said:
    """Return the day or days meant by all of the words, perhaps with a time of day."""
    time, left = _clock_in(text.replace(",", " ").split())
    words = " ".join(_without_at(left) if time else text.split())
    try:
        return Said(read_pattern(words), time)
    except Refused:
        return Said(read_date(words, today), time)


def _without_at(words: Sequence[str]) -> list[str]:
    """Return a day without the words that lead to its time: "lúc", "bắt đầu từ"."""
    before = ("", *map(fold, words))
    return [word for word, last in zip(words, before, strict=False) if not _leads(word, last)]


def _leads(word: str, last: str) -> bool:
    said = fold(word)
    if said == "tu":  # "thứ tư" is Wednesday
        return last != "thu"
    return last == "bat" if said == "dau" else said in _AT  # "tuần đầu" is the first week


def _ahead(day: dt.date, time: dt.time | None, now: dt.datetime) -> None:
    if day < now.date():
        raise Refused("day-is-over")
    if time and day == now.date() and time <= now.time():
        raise Refused("time-is-over")


def _end_of_place(words: Sequence[str], start: int, today: dt.date) -> int:
    """Return where the place ends that begins behind `start`: at the agenda, a day or a time."""
    for n in range(start + 1, len(words)):
        here = words[n : n + _CLOCK_WORDS]
        if _AGENDA.match(fold(" ".join(here))):
            return n
        begins = bool(_NEXT_DAY.match(fold(words[n]))) or fold(words[n]) in _AT
        if begins and n > start + 1 and _says_when(here, today):
            return n
    return len(words)


def _says_when(words: Sequence[str], today: dt.date) -> bool:
    """Return whether a day or a time of day is in the words."""
    skipped = list(words)
    while skipped and fold(skipped[0]) in _AT:
        skipped.pop(0)
    return _clock_in(skipped)[0] is not None or _day_in(skipped, today) is not None


def _clock_in(words: Sequence[str]) -> tuple[dt.time | None, list[str]]:
    """Return the time of day in words, and the words without it."""
    for size in range(min(_CLOCK_WORDS, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            part = " ".join(words[start : start + size])
            if _A_CLOCK.search(fold(part)) and (time := _read_clock(part)):
                return time, [*words[:start], *words[start + size :]]
    return None, list(words)


def _read_clock(part: str) -> dt.time | None:
    try:
        return read_time(part)
    except Refused:
        return None


def _day_in(words: Sequence[str], today: dt.date) -> dt.date | Pattern | None:
    for size in range(min(_DAY_WORDS, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            part = " ".join(words[start : start + size])
            found = _read_day(part, today)
            if found is not None:
                return found
    return None


def _read_day(part: str, today: dt.date) -> dt.date | Pattern | None:
    if not _A_DAY.search(fold(part)):
        return None
    try:
        return read_pattern(part)
    except Refused:
        pass
    try:
        return read_date(part, today)
    except Refused:
        return None

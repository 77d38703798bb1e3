"""Readers of what people type into a box: each makes it canonical, and takes that again."""

import datetime as dt
from collections.abc import Callable
from functools import lru_cache

from rules.clean import clean
from rules.dates import read_date, read_time
from rules.numbers import read_number
from rules.refused import Refused
from rules.smalltalk import is_noise


def plain_text(least: int, most: int) -> Callable[[str], str]:
    """Return a reader of free text of `least` to `most` characters, taken as typed.

    Refused "noise" for greetings and lone numbers, "too-short", "too-long".
    """

    def read(said: str) -> str:
        text, noise = _taken(said)
        if noise:
            raise Refused("noise")
        if len(text) < least:
            raise Refused("too-short", least=least)
        if len(text) > most:
            raise Refused("too-long", most=most, length=len(text))
        return text

    return read


@lru_cache(maxsize=2048)  # scripts run again at every message, and read again what they were told
def _taken(said: str) -> tuple[str, bool]:
    text = clean(said)
    return text, is_noise(text)


def whole_number(least: int, most: int) -> Callable[[str], str]:
    """Return a reader of whole numbers from `least` to `most`, else Refused "not-in-range"."""

    def read(said: str) -> str:
        number = read_number(said)
        if not least <= number <= most:
            raise Refused("not-in-range", least=least, most=most)
        return str(number)

    return read


def iso_day(today: dt.date) -> Callable[[str], str]:
    """Return a reader of days as ISO text; a day without a year is the next one from `today`."""
    return lambda said: read_date(said, today).isoformat()


def clock_time(said: str) -> str:
    """Return the time of day as "19:30"; Refused "not-a-time"."""
    return f"{read_time(said):%H:%M}"

"""How many members a unit has, as lists say it: 4.600, hơn 4.600, khoảng 50."""

import re

from rules.fold import fold
from rules.numbers import read_number, say_number
from rules.refused import Refused

_ABOUT = re.compile(r"^(?:tren|hon|khoang|gan|xap xi|uoc|chung|>=?|~)\s*(?:tren|hon)?\s*")
_UNIT = re.compile(r"\s*(?:nguoi|dang vien|dv|dong chi|d/c|dc)\.?$")
MOST = 10_000_000


def read_members(text: str) -> tuple[int, bool]:
    """Return the number, and whether it is only about right; Refused "not-a-number"."""
    said = _UNIT.sub("", fold(text))
    about = _ABOUT.match(said)
    number = read_number(said[about.end() :] if about else said)
    if number > MOST:
        raise Refused("not-a-number")
    return number, about is not None


def say_members(number: int, *, about: bool) -> str:
    """Return the number as it is shown: "4.600", "~4.600" when it is about, "" for none."""
    return f"{'~' if about else ''}{say_number(number)}" if number else ""

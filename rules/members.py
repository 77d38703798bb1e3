"""How many belong to a unit, as people type it and lists say it: 128, hơn 4.600, khoảng 50."""

import re
from collections.abc import Mapping
from enum import IntEnum

from rules.fold import fold
from rules.numbers import read_number, say_number
from rules.refused import Refused


class About(IntEnum):
    """How exact a number was when it was written; of numbers added up the greatest holds."""

    EXACT = 0
    OVER = 1
    ROUGHLY = 2


MOST = 9_999_999
_OVER = {"hon", "tren", ">"}
_ABOUT = re.compile(
    r"^(hon|tren|>(?!=)|khoang|gan|xap xi|uoc|chung|tam|>=|~)\s*(?:chung|tren|hon)?\s*(?=[0-9])"
)
_PEOPLE = re.compile(r"\s*(?:nguoi|dang vien|doan vien|hoi vien|thanh vien|dv|dong chi|d/c|dc)$")
_MARKS: Mapping[About, str] = {About.EXACT: "", About.OVER: ">", About.ROUGHLY: "~"}


def read_members(said: str, *, least: int = 1) -> tuple[int, About]:
    """Return the number and how exact it is: (4600, OVER) for "hơn 4.600 đảng viên".

    Refused "not-a-number", or "not-in-range" for what no unit has.
    """
    plain = _PEOPLE.sub("", fold(said).rstrip(" .!"))
    begin = _ABOUT.match(plain)
    members = read_number(plain[begin.end() :] if begin else plain)
    if not least <= members <= MOST:
        raise Refused("not-in-range", least=least, most=MOST)
    if not begin:
        return members, About.EXACT
    return members, About.OVER if begin[1] in _OVER else About.ROUGHLY


def show_members(members: int, about: About) -> str:
    """Return the number as read_members reads it again: "4.600", ">4.600", "~50"; "" for none."""
    return f"{_MARKS[about]}{say_number(members)}" if members else ""

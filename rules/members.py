"""How many belong to a unit, as people type it: 128, 4.600, hơn 4.600."""

import re

from rules.fold import fold
from rules.numbers import read_number
from rules.refused import Refused

ABOUT = "~"
MOST = 9_999_999
_ABOUT = re.compile(r"^(?:hon|tren|khoang|gan|~|tam) ?(?=[0-9])")
_PEOPLE = re.compile(r" ?(?:dang vien|doan vien|hoi vien|thanh vien|nguoi)$")


def read_members(said: str) -> str:
    """Return "128", or "~4600" for "hơn 4.600 đảng viên".

    Refused "not-a-number", or "not-in-range" for what no unit has.
    """
    plain = _PEOPLE.sub("", fold(said).rstrip(" .!"))
    number = _ABOUT.sub("", plain)
    members = read_number(number)
    if not 1 <= members <= MOST:
        raise Refused("not-in-range", least=1, most=MOST)
    return f"{ABOUT if number != plain else ''}{members}"

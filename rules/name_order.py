"""The order of units in a list: by name without marks, and "số 2" before "số 10"."""

import re

from rules.fold import fold

_DIGITS = re.compile(r"[0-9]+")
_WIDTH = 12  # digits; a longer number sorts by its first ones


def name_order(name: str) -> str:
    """Return a key that sorts names as people read them, numbers by how much they are."""
    return _DIGITS.sub(lambda number: number[0].zfill(_WIDTH), fold(name))

"""Codes people are given and type: what they are made of, how they are shown and read."""

import re
from collections.abc import Callable

LENGTH = 10
# Crockford's base 32 (no I, L, O, U) without the letters that Telex and VNI turn into others: A, E,
# Y take tones, D and W become Đ and Ư. Without vowels no code is a word in any language either.
ALPHABET = "0123456789BCFGHJKMNPQRSTVXZ"
MOST_LIVE = 10_000  # good at a time; with more of them guessing would pay
_PLAIN = "23456789"  # digits that nobody writes as letters
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})
_TYPED = re.compile(r"[0-9A-Z]{5}[\s-]*[0-9A-Z]{5}")
_EARLIER = re.compile(r"[0-9A-Z]{3}-?[0-9A-Z]{3}")  # of six: earlier and invented ones


def make_code(choose: Callable[[str], str]) -> str:
    """Return a fresh code; `choose` picks one character of several at random.

    It has a letter and a digit, also where somebody types O for 0, so it is no phone number.
    """
    while True:
        code = "".join(choose(ALPHABET) for _ in range(LENGTH))
        if _has_both(code):
            return code


def plain_code(typed: str) -> str:
    """Return a code as it is kept: capitals, no dash or space, 0 for O, 1 for I and L."""
    return "".join(typed.split()).upper().translate(_READ_AS)


def show_code(code: str) -> str:
    """Return a code as people read it: 7K3M2-P9T4X."""
    half = len(code) // 2
    return f"{code[:half]}-{code[half:]}"


def looks_like_code(typed: str, *, alone: bool) -> bool:
    """Return whether somebody typed a code, `alone` or behind a word that announces one."""
    text = typed.upper()
    if _TYPED.fullmatch(text):
        code = plain_code(text)
        return _has_both(code) and set(code) <= set(ALPHABET)
    letters = not alone or any(letter.isalpha() for letter in text)
    return bool(_EARLIER.fullmatch(text)) and letters and any(map(str.isdigit, text))


def _has_both(code: str) -> bool:
    return bool(set(code) & set(_PLAIN)) and not code.isdigit()

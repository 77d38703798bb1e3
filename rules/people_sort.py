"""The order of people in a Vietnamese list: given name, then middle, then family name."""

import re
import unicodedata

_TONES = dict(zip("\u0300\u0309\u0303\u0301\u0323", "12345", strict=True))  # as ICU's vi has them
_SHAPES = dict(zip("\u0306\u0302\u031b", "123", strict=True))  # ă before â, ô before ơ
_APART = re.compile(r"[\s\-–—.,;:()\[\]]+")


def sort_key(name: str) -> str:
    """Return a key that sorts by given, middle and family name when compared byte by byte.

    In each of the three the letters decide before the tones, as in ICU; case, quotes and the place
    of the tone do not count. For a database column of collation C (or binary).
    """
    spoken = [word for word in _APART.split(name) if word]
    given, middle, family = spoken[-1:], spoken[1:-1], spoken[:-1][:1]
    # A space sorts before the dot between words, and that before every letter.
    return " ".join(_part_key(part) for part in (given, middle, family))


def _part_key(part: list[str]) -> str:
    keys = [_word_key(word) for word in part]
    return ".".join(letters for letters, _ in keys) + " " + "".join(tone for _, tone in keys)


def _word_key(word: str) -> tuple[str, str]:
    # A syllable has one tone, so that hòa and hoà get one key without moving the mark.
    letters: list[str] = []
    tone = "0"
    for char in unicodedata.normalize("NFD", word.casefold()):
        if char in _SHAPES and letters:
            letters[-1] = letters[-1][0] + _SHAPES[char]
        elif char.isalnum():
            letters.append("d1" if char == "đ" else f"{char}0")
        tone = _TONES.get(char, tone)
    return "".join(letters), tone

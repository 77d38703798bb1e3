"""A number somebody says to choose from a list, in any of the forms people type it in."""

import re
import unicodedata

from rules.choosing import bare
from rules.fold import fold

_DIGITS = re.compile(r"[^\w#]*0*(\d{1,2})[^\w%]*")
_SHORT = re.compile(r"[0-9]{1,3}")
_JOINED = re.compile(r"[&+]")
_BETWEEN = {"va", "so"}
# Without their marks "sáu" and "năm" are said for "later" and "year", "tư" is half a word.
_WORDS = {
    "một": 1, "mot": 1, "hai": 2, "ba": 3, "bốn": 4, "bon": 4, "tư": 4, "năm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "bay": 7, "tám": 8, "tam": 8, "chín": 9, "chin": 9,
}  # fmt: skip


def said_number(text: str) -> int:
    """Return the number that is all of a text ("1.", "số 1", "1 nhé", "１", "1️⃣"); -1 for none."""
    match = _DIGITS.fullmatch(fold(text)) or _DIGITS.fullmatch(bare(text))
    return int(match[1]) if match else -1


def number_in_words(text: str) -> int:
    """Return the number that is all of a text, written out ("một", "mot", "số hai"); -1 if none."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())
    kept = [word for word in words if fold(word) in bare(text).split()]
    return _WORDS.get(kept[0], -1) if len(kept) == 1 else -1


def said_numbers(text: str) -> tuple[int, ...]:
    """Return the numbers that are all of a text that has several ("1, 3", "1 và 3"); () if not."""
    words = bare(_JOINED.sub(" ", text)).split()
    parts = [word for word in words if word not in _BETWEEN]
    if len(parts) < 2 or not all(map(_SHORT.fullmatch, parts)):  # noqa: PLR2004 - one is no list
        return ()
    return tuple(dict.fromkeys(map(int, parts)))

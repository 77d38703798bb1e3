"""A hint that a content names citizens, where the number of households is enough."""

import re
import unicodedata
from itertools import takewhile

_IDENTITY = re.compile(r"(?<![0-9])0(?:[ .]?[0-9]){11}(?![0-9])")
_NAMED = re.compile(
    r"\b(?:ông|bà|hộ(?: ông| bà)?|ho (?:ong|ba)"
    r"|gia đình(?: ông| bà| anh| chị| thương binh| bệnh binh| liệt sĩ| liệt sỹ)?)"
    r"(?! (?:rịa|nghèo|cận|kinh|gia|nông)\b)(?=((?: [^\W\d_]+){2,4}))",
    re.IGNORECASE,
)


def names_citizens(text: str) -> bool:
    """Say whether `text` seems to hold an identity number or a citizen's full name.

    A name is two to four capitalised words after ông, bà, hộ or gia đình. Only a hint: names
    without capitals or without such a word pass.
    """
    composed = " ".join(unicodedata.normalize("NFC", text).split())
    return bool(_IDENTITY.search(composed)) or any(map(_is_full_name, _NAMED.findall(composed)))


def _is_full_name(following: str) -> bool:
    return len(list(takewhile(_is_capitalised, following.split()))) > 1


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and (len(word) == 1 or word[1:].islower())

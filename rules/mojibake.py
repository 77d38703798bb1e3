"""Letters that were lost or garbled before a table came here: mended if nothing was lost."""

import re
import unicodedata
from collections.abc import Sequence

from rules.legacy_text import LETTERS

_WHOLE = set(unicodedata.normalize("NFC", LETTERS + LETTERS.upper())) | set("“”‘’–—…•\xa0\ufeff")
_TONES = set("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")
# The VNI fonts have Ã too, after these vowels.
_GARBLED = re.compile(
    "\ufffd|á[º»]|Ä[‘\x90\x91ƒ]|Æ[°¡]|â€|Ã[\xa1-\xac\xae-\xbf]|(?<![AEOaeo])Ã(?=[\xa0 ]|$)"
)
_LOST = re.compile(r"(?<![\w/=.])[^\W\d_]+\?[^\W\d_]+")
_MOST_LOST = 2  # a question mark within a word may be somebody's slip


def mend(text: str) -> str:
    """Return UTF-8 that was read as Western text ("Ä‘á»“ng") as it was written; else `text`."""
    if text.isascii():
        return text
    try:
        mended = b"".join(map(_byte, text)).decode()
    except UnicodeError:
        return text
    strange = {char for char in mended if not char.isascii()} - _WHOLE - _TONES
    return text if strange else mended


def garbled(texts: Sequence[str]) -> int | None:
    """Return which of the texts shows first that letters were lost, None if none does."""
    lost = [at for at, text in enumerate(texts) if _LOST.search(text)]
    broken = [at for at, text in enumerate(texts) if _GARBLED.search(text)]
    if len(lost) > _MOST_LOST:
        broken += lost
    return min(broken, default=None)


def _byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")  # five bytes are nothing in Windows' own table

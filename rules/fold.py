"""The one form in which Vietnamese text is compared, typed with marks or without."""

import re
import unicodedata

_EVENED = {
    "đ": "d",
    **dict.fromkeys("‘’‚‛′ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_VIRAMA = 9  # it and the vowel signs, of class 0, are letters to Khmer and Cham
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return `text` in lower case, without marks, with quotes, dashes and spaces evened.

    Idempotent, the same for NFC and NFD. Without marks it no longer matters where a tone was put
    (hòa, hoà). Zero-width characters are gone, line breaks are spaces.
    """
    plain = text.lower() if text.isascii() else text.translate(_LETTERS)
    return " ".join(plain.split())


def words(text: str) -> list[str]:
    """Return the words of the folded text, punctuation left out."""
    return _WORD.findall(fold(text))


def _plain(char: str) -> str:
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    return "".join(_EVENED.get(part, part) for part in parts if not _is_mark(part))


def _is_mark(char: str) -> bool:
    return (
        unicodedata.combining(char) not in {0, _VIRAMA}
        or unicodedata.category(char) == "Cf"
        or char in "\ufe0e\ufe0f"
    )


class _Letters(dict[int, str]):
    """A table for str.translate that works out rare characters on the way, keeping none of them."""

    def __missing__(self, code: int) -> str:
        return _plain(chr(code))


_COMMON = (range(0x250), range(0x300, 0x370), range(0x1E00, 0x1F00), range(0x2000, 0x2070))
_LETTERS = _Letters((code, _plain(chr(code))) for codes in _COMMON for code in codes)

"""Patterns of Vietnamese phrases for text as it was typed."""

import re

from rules.fold import fold


def either_way(phrases: str) -> str:
    """Return a pattern of the phrases ("chi bộ, đảng bộ"), each word with its marks or with none.

    For text in NFC and lower case: a word typed with other marks is another word (cô, cờ).
    """
    ways = [_phrase(phrase) for phrase in phrases.split(", ")]
    return f"(?:{'|'.join(ways)})"


def _phrase(phrase: str) -> str:
    return r"\s+".join(f"(?:{re.escape(word)}|{re.escape(fold(word))})" for word in phrase.split())

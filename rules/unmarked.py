"""Vietnamese typed without its marks, as on an old telephone."""

from rules.fold import words

_ENOUGH = 5  # words; a short text may well have no marks of its own


def is_unmarked(text: str) -> bool:
    """Return whether a text is long enough to have marks, and has none."""
    return text.isascii() and sum(word.isalpha() for word in words(text)) >= _ENOUGH

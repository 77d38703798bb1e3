"""Names as they are compared: folded words."""

from rules.fold import words


def plain(name: str) -> str:
    """Return a name without marks, case and punctuation."""
    return " ".join(words(name))

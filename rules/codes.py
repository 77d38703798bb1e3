"""Codes people type: no letters that are misread, a digit first and a letter last."""

from collections.abc import Callable

DIGITS = "23456789"
LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ"
MIDDLE = 4


def make_code(choose: Callable[[str], str]) -> str:
    """Return a fresh code; `choose` picks one character of several at random.

    With a digit and a letter it is never an ordinary word, so it is understood alone in a message.
    """
    middle = "".join(choose(DIGITS + LETTERS) for _ in range(MIDDLE))
    return f"{choose(DIGITS)}{middle}{choose(LETTERS)}"

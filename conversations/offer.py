"""Buttons that stand outside a dialog: an act, what it is about, the version it was shown for."""

from conversations.say import Option


def act(label: str, name: str, subject: str = "", version: int = 0) -> Option:
    """Return a button for an act; its data is at most 64 bytes."""
    return Option(label, f"a:{name}:{subject}:{version}")


def rows(*options: Option) -> tuple[tuple[Option, ...], ...]:
    """Return one row for each option."""
    return tuple((option,) for option in options)


def one_line(words: str) -> str:
    """Return words as one line, so that each line of a list is one thing, whatever was typed."""
    return " ".join(words.split())


def numbered(options: tuple[tuple[Option, ...], ...]) -> tuple[str, ...]:
    """Return the data of the acts offered in a bubble, in the order a lone digit counts them."""
    return tuple(o.data for row in options for o in row if o.data.startswith("a:"))

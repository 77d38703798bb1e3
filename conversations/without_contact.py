"""Which units get no code because they have no contact, and what to do about it."""

from collections.abc import Sequence

from dialog.turn import Translate
from rules.numbers import say_number

FEW = 10  # names that are said


def say_without_contact(names: Sequence[str], _: Translate) -> str:
    """Return how many units have no contact, the first of them by name, and the way out."""
    text = _(
        "{count} units have no contact yet, so no code: {names}. Please import their contacts, "
        "or make one code for all members of a unit."
    )
    return text.format(count=say_number(len(names)), names=first_names(names, _))


def first_names(names: Sequence[str], _: Translate) -> str:
    """Return the first names, then how many more there are."""
    said = "; ".join(names[:FEW])
    if len(names) <= FEW:
        return said
    text = _("{names} and {count} more")
    return text.format(names=said, count=say_number(len(names) - FEW))

"""What is wrong with a row of a table."""

from dataclasses import dataclass
from typing import Any

# These are said, and the row is taken all the same.
_ONLY_SAID = {"landline", "quotes", "no-phone", "namesake", "goes-below", "on-top"}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the sheet's row `row` (0: the table as a whole) that cannot be taken, or is odd.

    column   what was to be read from the cell, a key of the kind's columns, or ""
    heading  the heading over the cell, as it stands in the sheet
    value    the cell as it stands there
    details  what the sentence of this reason needs besides
    """

    row: int
    column: str
    heading: str
    reason: str
    value: str = ""
    details: tuple[tuple[str, str], ...] = ()

    @property
    def stops(self) -> bool:
        """Whether nothing is imported while it is there."""
        return self.reason not in _ONLY_SAID


def details(**given: Any) -> tuple[tuple[str, str], ...]:
    """Return details as a problem keeps them."""
    return tuple((name, str(value)) for name, value in given.items())

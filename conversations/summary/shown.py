"""The list of units that was shown last: what a number said afterwards stands for."""

from dataclasses import dataclass
from typing import Self

_HEAD = "calls"


@dataclass(frozen=True, slots=True)
class Shown:
    """Units in the order they were numbered, below an office, in a round of a programme."""

    office: str
    programme: str
    year: int
    units: tuple[str, ...] = ()

    def keys(self) -> tuple[str, ...]:
        """Return it as what is kept of a search."""
        return (f"{_HEAD}.{self.office}.{self.programme}.{self.year}", *self.units)

    @classmethod
    def last(cls, found: tuple[str, ...]) -> Self | None:
        """Return the list that was shown last; None where something else was looked for since."""
        match found[0].split(".") if found else ():
            case [head, office, programme, year] if head == _HEAD:
                return cls(office, programme, int(year), found[1:])
        return None

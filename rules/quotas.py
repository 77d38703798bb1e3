"""How a unit stands against the number of entries its type owes in a round."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.programme import Programme


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit's quota and how many of its registered entries count towards it; quota 0 is none.

    `exempt` is why the unit owes nothing in this round, "" where it does.
    """

    quota: int
    registered: int
    exempt: str = ""

    @property
    def missing(self) -> int:
        """How many entries are still owed."""
        return 0 if self.exempt else max(0, self.quota - self.registered)

    @property
    def met(self) -> bool:
        """Whether nothing is owed, which is also so where there is no quota."""
        return self.missing == 0


def standing(programme: Programme, unit_type: str, kinds: Sequence[str]) -> Standing:
    """Return the standing of a unit that has registered entries of these kinds (codes, repeated).

    Raises Refused for a kind the programme does not have.
    """
    registered = sum(programme.kind(code).counts for code in kinds)
    return Standing(programme.quota(unit_type), registered)

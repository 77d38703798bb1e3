"""What a programme asks of a unit in a round, by the unit's type."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rules.programme import Programme

# quota      so many entries of its own
# effective  so many recognised models, those of the units below it included
# covered    one entry, its own or of a unit below it
# any        one entry of its own, where the document asks no number of anybody
Duty: TypeAlias = Literal["", "quota", "effective", "covered", "any"]


@dataclass(frozen=True, slots=True)
class Owed:
    """What is asked of a unit, and how many of it; `duty` "" with 0 where nothing is."""

    duty: Duty = ""
    needed: int = 0


def owed(programme: Programme, unit_type: str) -> Owed:
    """Return what a unit of this type owes: its own number first, which is its only one.

    What has a number may be asked besides to be covered; that is counted of its type as a whole.
    """
    effective = dict(programme.effective)
    if quota := programme.quota(unit_type):
        return Owed("quota", quota)
    if unit_type in effective:
        return Owed("effective", effective[unit_type])
    if unit_type in programme.covered:
        return Owed("covered", 1)
    if programme.quotas or programme.effective or programme.covered:
        return Owed()
    return Owed("any", 1)

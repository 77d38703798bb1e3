"""What came of a change to the organisation."""

from dataclasses import dataclass
from typing import TypeAlias

from rules.person import Unit
from rules.refused import Refused
from rules.unit_card import UnitCard
from rules.unit_commands import UnitChange


@dataclass(frozen=True, slots=True)
class UnitChanged:
    """A unit is changed as the command says; `card` is how its reader sees what is there now.

    before  what the unit was called
    others  the other units concerned: above it now, merged with it, made of it
    told    how many contacts were told
    """

    command: UnitChange
    card: UnitCard | None
    before: str
    others: tuple[Unit, ...] = ()
    told: int = 0


@dataclass(frozen=True, slots=True)
class UnitRefused:
    """A unit cannot be changed so; `card` is how it stands, None for who may not see it."""

    why: Refused
    card: UnitCard | None


@dataclass(frozen=True, slots=True)
class UnitAsIs:
    """Nothing was changed; `looked` when nothing was to be."""

    card: UnitCard | None
    looked: bool


UnitResult: TypeAlias = UnitChanged | UnitRefused | UnitAsIs

"""What a unit's officers say of its duties, what came of it, and what can be asked of it."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypeAlias

from rules.person import Unit

# residence  the members' opinions of where they live are here, asked every year
# notebook   its members write by hand, for there is no electronic handbook
Duty: TypeAlias = Literal["residence", "notebook"]


@dataclass(frozen=True, slots=True)
class SayDuty:
    """An officer of a unit says whether it is so; `occasion` is the year, "" of no year."""

    unit: str
    duty: Duty
    occasion: str
    yes: bool


@dataclass(frozen=True, slots=True)
class WantNotebookPage:
    """An officer of a unit wants an empty page to write at its meetings, to be printed."""

    unit: str


@dataclass(frozen=True, slots=True)
class DutySaid:
    """It is noted."""

    unit: Unit
    duty: Duty
    occasion: str
    yes: bool


DutyCommand: TypeAlias = SayDuty | WantNotebookPage
DutyResult: TypeAlias = DutySaid

# A unit, and whether its members have the opinion of where they live; None: nobody has said.
Residence: TypeAlias = tuple[Unit, bool | None]
_CELLS: tuple[Residence, ...] = (
    (Unit("u1", "Chi bộ bản Suối Đá", "chi_bo"), True),
    (Unit("u2", "Chi bộ bản Phìn", "chi_bo"), None),
)


@dataclass(frozen=True, slots=True)
class ResidenceOf:
    """How does it stand with a unit and those below it in a year? -> tuple[Residence, ...]."""

    unit: str
    year: int
    examples: ClassVar[tuple[Any, ...]] = ((), _CELLS[:1], _CELLS)


DutyRequest: TypeAlias = ResidenceOf

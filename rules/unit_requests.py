"""Data about the organisation that a conversation can ask for; each person gets only theirs."""

from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

from rules.person import Unit
from rules.unit_card import Part, UnitCard, YearOfUnit

A_UNIT = Unit("u1", "Chi bộ bản Suối Đá")


@dataclass(frozen=True, slots=True)
class CardOf:
    """What is there to know of this unit? -> UnitCard, or None for who does not see it."""

    unit: str
    examples: ClassVar[tuple[Any, ...]] = (None, UnitCard(A_UNIT, role="office", below=1))


@dataclass(frozen=True, slots=True)
class HistoryOf:
    """How many entries did this unit have in each year? -> tuple[YearOfUnit, ...], newest first."""

    unit: str
    examples: ClassVar[tuple[Any, ...]] = (
        (),
        (YearOfUnit(2021, 2943, (Part("tỉnh Yên Bái", 2943, former=True),)),),
    )


@dataclass(frozen=True, slots=True)
class UnitsBelow:
    """Which units are directly below this one? -> tuple[Unit, ...], by name."""

    unit: str
    examples: ClassVar[tuple[Any, ...]] = ((), (A_UNIT,))


@dataclass(frozen=True, slots=True)
class UnitsOfMine:
    """Which of the units I see, or (`change`) may change, are called so? -> tuple[Unit, ...].

    The best first, then by name, no more than `most`; `but` are ids of units not meant.
    """

    words: str
    change: bool = False
    but: tuple[str, ...] = ()
    most: int = 7
    examples: ClassVar[tuple[Any, ...]] = ((), (A_UNIT,))


@dataclass(frozen=True, slots=True)
class StaffOver:
    """Which people of the office can be in charge of this unit? -> tuple[Staff, ...], by name."""

    unit: str
    examples: ClassVar[tuple[Any, ...]] = ((),)


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody of the office, and what they are there."""

    id: str
    name: str
    position: str


UnitRequest: TypeAlias = CardOf | HistoryOf | UnitsBelow | UnitsOfMine | StaffOver

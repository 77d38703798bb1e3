"""Data about codes of units that a conversation can ask for; only an office over them gets it."""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypeAlias

from rules.person import Role

State: TypeAlias = Literal["unused", "used", "expired", "ended"]


@dataclass(frozen=True, slots=True)
class CodePlan:
    """How many codes would be made of a unit and below it, and how many earlier ones would end.

    without   the names of the units that get none, for they have no contact
    """

    codes: int = 0
    ending: int = 0
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MadeCode:
    """A code that was made, without the code; `name` "" when it is for all members of the unit.

    until     the last day it is good, ISO
    left      how many may still come by it
    """

    unit: str
    name: str
    role: Role
    until: str
    state: State
    left: int


@dataclass(frozen=True, slots=True)
class CodesFor:
    """What would making these codes do? -> CodePlan (empty for who may not)."""

    unit: str
    members: bool
    examples: ClassVar[tuple[Any, ...]] = (
        CodePlan(),
        CodePlan(3, 1),
        CodePlan(0, 0, ("Chi bộ bản Suối Đá",)),
    )


@dataclass(frozen=True, slots=True)
class CodesMade:
    """Which codes were made of this unit and below? -> tuple[MadeCode, ...], newest first."""

    unit: str
    examples: ClassVar[tuple[Any, ...]] = (
        (),
        (MadeCode("Chi bộ bản Suối Đá", "Vàng A Chư", "officer", "2027-05-15", "unused", 1),),
    )


CodeRequest: TypeAlias = CodesFor | CodesMade

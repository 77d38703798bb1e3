"""Changes to the organisation, from a day (ISO text) on; the office of the units gives them."""

from dataclasses import dataclass
from typing import TypeAlias

from rules.members import About


@dataclass(frozen=True, slots=True)
class RenameUnit:
    """A unit is called otherwise."""

    unit: str
    name: str
    day: str


@dataclass(frozen=True, slots=True)
class RetypeUnit:
    """A unit is of another of the programme's types."""

    unit: str
    type: str


@dataclass(frozen=True, slots=True)
class MoveUnit:
    """A unit stands under another one."""

    unit: str
    parent: str
    day: str


@dataclass(frozen=True, slots=True)
class MergeUnits:
    """A unit and `others` become one: `into` that is there, or ("") a new one called `name`."""

    unit: str
    others: tuple[str, ...]
    into: str
    name: str
    day: str


@dataclass(frozen=True, slots=True)
class SplitUnit:
    """A unit becomes several new ones."""

    unit: str
    names: tuple[str, ...]
    day: str


@dataclass(frozen=True, slots=True)
class EndUnit:
    """A unit is no more; its register goes to `successor`, "" when nobody takes over."""

    unit: str
    successor: str
    day: str


@dataclass(frozen=True, slots=True)
class AddUnit:
    """A new unit below `unit`."""

    unit: str
    name: str
    type: str
    place: str
    day: str


@dataclass(frozen=True, slots=True)
class PutInCharge:
    """Somebody of the office is in charge of a unit from today on."""

    unit: str
    person: str


@dataclass(frozen=True, slots=True)
class CountMembers:
    """How many belong to a unit, and how exact that is."""

    unit: str
    members: int
    about: About


@dataclass(frozen=True, slots=True)
class ExemptUnit:
    """A unit owes nothing in a round."""

    unit: str
    programme: str
    round: int
    reason: str


@dataclass(frozen=True, slots=True)
class LiftExemption:
    """A unit owes what the others owe again."""

    unit: str
    programme: str
    round: int


@dataclass(frozen=True, slots=True)
class LeaveUnitAsIs:
    """The person thought better of it, or only looks; nothing changes for the unit."""

    unit: str
    looked: bool = False


UnitChange: TypeAlias = (
    RenameUnit | RetypeUnit | MoveUnit | MergeUnits | SplitUnit | EndUnit | AddUnit | PutInCharge
    | CountMembers | ExemptUnit | LiftExemption
)  # fmt: skip
UnitCommand: TypeAlias = UnitChange | LeaveUnitAsIs

"""What came of something done about people's places in units."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from rules.member import Member
from rules.person import Human, Unit

Why: TypeAlias = Literal[
    "above-own", "own-role", "last-admin", "three-officers", "same-role", "not-of-unit"
]


@dataclass(frozen=True, slots=True)
class MembershipConfirmed:
    """Somebody belongs to the unit now; `entries` of theirs are the unit's with it."""

    member: Member
    entries: int


@dataclass(frozen=True, slots=True)
class MembershipRefused:
    """Somebody who asked does not belong to the unit; `entries` of theirs are its no more."""

    member: Member
    entries: int = 0


@dataclass(frozen=True, slots=True)
class MembershipSettled:
    """Another officer was first: who it was, when (UTC milliseconds), and what they did."""

    name: str
    unit: str
    by: str
    at: int
    confirmed: bool


@dataclass(frozen=True, slots=True)
class RoleChanged:
    """Somebody has another role now."""

    member: Member


@dataclass(frozen=True, slots=True)
class MembershipEnded:
    """Somebody does not belong to the unit from a day (ISO text) on."""

    member: Member
    day: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """Somebody else has the place from a day (ISO text) on.

    came    who has it now, by name, as what
    told    whether they were told; else `code` is for handing on, with the page to open
    """

    gone: Member
    came: Human
    day: str
    told: bool
    code: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class MembershipKept:
    """Nothing was changed: `why`, as people's wish was it when "", and who stands in the way."""

    member: Member
    why: Why | Literal[""] = ""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitSettled:
    """A unit that was typed is known now: another one, or (`new`) itself."""

    typed: str
    unit: Unit
    entries: int
    new: bool


@dataclass(frozen=True, slots=True)
class PhoneRecognised:
    """The phone number is kept, and it is that of a contact who has not come yet (`person`)."""

    phone: str
    person: str
    name: str
    unit: str


MemberResult: TypeAlias = (
    MembershipConfirmed | MembershipRefused | MembershipSettled | RoleChanged | MembershipEnded
    | Replaced | MembershipKept | UnitSettled | PhoneRecognised
)  # fmt: skip

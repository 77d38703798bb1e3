"""Data about the people of units that a conversation can ask for."""

from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

from rules.member import AskedUnit, Member, Roster
from rules.person import Membership, Person
from rules.unit_requests import A_UNIT

A_PLACE = Membership(
    A_UNIT, "Bí thư chi bộ", "officer", confirmed=True, id="m1", since="2025-01-01"
)
A_MEMBER = Member(A_PLACE, Person("p1", "Giàng A Páo"), mine="office")


@dataclass(frozen=True, slots=True)
class MembersOf:
    """Who belongs to this unit? -> Roster, or None: its officers for members, all for officers."""

    unit: str
    examples: ClassVar[tuple[Any, ...]] = (None, Roster(A_UNIT, (A_MEMBER,), "office"))


@dataclass(frozen=True, slots=True)
class MemberOf:
    """Whose place is this, and in which unit? -> Member, or None for who does not see them."""

    membership: str
    examples: ClassVar[tuple[Any, ...]] = (None, A_MEMBER)


@dataclass(frozen=True, slots=True)
class WhoAsks:
    """Who waits to be confirmed in the units I am an officer over? -> tuple[Member, ...]."""

    examples: ClassVar[tuple[Any, ...]] = ((),)


@dataclass(frozen=True, slots=True)
class AskedUnitOf:
    """Which unit was typed that is in no list? -> AskedUnit, or None when it is settled."""

    unit: str
    examples: ClassVar[tuple[Any, ...]] = (None, AskedUnit(A_UNIT, ("Vàng A Chư",), 1))


@dataclass(frozen=True, slots=True)
class ExpectsSomebody:
    """Are there contacts with a phone number who have not come yet? -> bool."""

    examples: ClassVar[tuple[Any, ...]] = (False, True)


MemberRequest: TypeAlias = MembersOf | MemberOf | WhoAsks | AskedUnitOf | ExpectsSomebody

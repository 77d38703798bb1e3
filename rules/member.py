"""Somebody's place in a unit, as those may read it who see the people of the unit."""

from dataclasses import dataclass

from rules.person import Membership, Person, Unit
from rules.roles import Held, holds, rank

MOST_OFFICERS = 3  # of one unit: all of them are told of each other's acts


@dataclass(frozen=True, slots=True)
class Member:
    """A person's place in a unit.

    place    the membership itself
    also     their other places, as far as the reader holds a role over them or they are their own
    reached  codes of the channels at which they can be told something
    mine     the role the reader holds over the unit
    own      whether the reader is this person
    """

    place: Membership
    person: Person
    also: tuple[Membership, ...] = ()
    reached: tuple[str, ...] = ()
    mine: Held = ""
    own: bool = False

    @property
    def unit(self) -> Unit:
        """The unit it is a place in."""
        return self.place.unit

    @property
    def may_change(self) -> bool:
        """Whether the reader may change this place: an officer, and nobody above themselves."""
        return holds(self.mine, "officer") and rank(self.mine) >= rank(self.place.role)


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of a unit as far as the reader sees them; `mine` is the role they hold over it."""

    unit: Unit
    members: tuple[Member, ...] = ()
    mine: Held = ""


@dataclass(frozen=True, slots=True)
class AskedUnit:
    """A unit somebody typed that is in no list, who typed it, and how many entries it has."""

    unit: Unit
    people: tuple[str, ...] = ()
    entries: int = 0

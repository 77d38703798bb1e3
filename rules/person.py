"""Who talks to the assistant: a person, the units they belong to, what they may do."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Role: TypeAlias = Literal["member", "officer", "office", "admin"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is called today; `place` is where it works, `type` one of the programme's."""

    id: str
    name: str
    type: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's place in a unit; `confirmed` by a code, an officer, the roster; else asked.

    `id` and `since` (an ISO day) are "" while it is not kept yet.
    """

    unit: Unit
    position: str = ""
    role: Role = "member"
    confirmed: bool = False
    id: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A person as far as they have told us; "" where they have not."""

    id: str
    name: str = ""
    phone: str = ""
    language: str = "vi"
    memberships: tuple[Membership, ...] = ()

    def membership(self, unit: str) -> Membership | None:
        """Return the person's place in that unit, if they have one."""
        return next((m for m in self.memberships if m.unit.id == unit), None)

    def home(self) -> Membership | None:
        """Return their first place, a confirmed one before those only asked for."""
        first = next(iter(self.memberships), None)
        return next((m for m in self.memberships if m.confirmed), first)

    def runs_the_office(self) -> bool:
        """Return whether all their places are the office's, which registers nothing of its own."""
        offices = [m.confirmed and m.role in {"office", "admin"} for m in self.memberships]
        return all(offices) and bool(offices)

    def confirms(self, unit: str) -> bool:
        """Return whether this person holds the confirming role in that unit."""
        hat = self.membership(unit)
        return hat is not None and hat.confirmed and hat.role != "member"


@dataclass(frozen=True, slots=True)
class Human:
    """Somebody to call: the staff member in charge, or the office; phone as E.164."""

    name: str
    phone: str
    position: str = ""

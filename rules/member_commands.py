"""What is done about people's places in units; officers of the unit or above it do it."""

from dataclasses import dataclass
from typing import TypeAlias

from rules.person import Role


@dataclass(frozen=True, slots=True)
class ConfirmMembership:
    """Somebody who asked to join a unit belongs to it."""

    membership: str


@dataclass(frozen=True, slots=True)
class RefuseMembership:
    """Somebody who asked to join a unit does not belong to it."""

    membership: str


@dataclass(frozen=True, slots=True)
class ChangeRole:
    """Somebody has another role in the unit from today on."""

    membership: str
    role: Role


@dataclass(frozen=True, slots=True)
class EndMembership:
    """Somebody belongs to the unit no longer from a day (ISO text) on."""

    membership: str
    day: str


@dataclass(frozen=True, slots=True)
class ReplaceMember:
    """Somebody else takes a place over from a day (ISO text) on, with everything it carries.

    person       who comes, of those of the unit; "" for somebody new with `name` and `phone`
    position     what they are there
    """

    membership: str
    person: str
    name: str
    phone: str
    position: str
    day: str


@dataclass(frozen=True, slots=True)
class LeaveMembership:
    """The person thought better of it; nothing changes for the place."""

    membership: str


@dataclass(frozen=True, slots=True)
class IdentifyUnit:
    """The unit that somebody typed (`asked`) is this one, which is known."""

    asked: str
    unit: str


@dataclass(frozen=True, slots=True)
class AdmitUnit:
    """The unit that somebody typed (`asked`) is a new one of this type below `unit`."""

    asked: str
    unit: str
    type: str


@dataclass(frozen=True, slots=True)
class BecomeContact:
    """Whoever shared their phone number is the contact (`person`) it belongs to, as they say."""

    person: str


MemberCommand: TypeAlias = (
    ConfirmMembership | RefuseMembership | ChangeRole | EndMembership | ReplaceMember
    | LeaveMembership | IdentifyUnit | AdmitUnit | BecomeContact
)  # fmt: skip

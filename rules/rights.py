"""What people can ask for about their own data."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Right: TypeAlias = Literal["see", "correct", "export", "withdraw", "erase"]


@dataclass(frozen=True, slots=True)
class SeeMyData:
    """Somebody wants to know what is kept about them."""


@dataclass(frozen=True, slots=True)
class CorrectMyData:
    """Somebody corrects what is kept; `membership` is the place of theirs a position belongs to."""

    what: Literal["name", "phone", "position"]
    words: str
    membership: str = ""


@dataclass(frozen=True, slots=True)
class CopyMyData:
    """Somebody wants a copy of everything kept about them, as files."""


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """Somebody no longer agrees; it was asked twice."""


@dataclass(frozen=True, slots=True)
class EraseMe:
    """Somebody wants to be forgotten; it was asked twice."""

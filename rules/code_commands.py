"""What the office does about codes of units: has them made, takes them back."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class MakeCodes:
    """Codes for the contacts of a unit and below who have not come, or for all `members` of it."""

    unit: str
    members: bool


@dataclass(frozen=True, slots=True)
class RevokeCodes:
    """All codes of a unit and those below it that are still good shall be good no longer."""

    unit: str


@dataclass(frozen=True, slots=True)
class LeaveCodes:
    """The person thought better of it; no code is made or taken back."""


CodeCommand: TypeAlias = MakeCodes | RevokeCodes | LeaveCodes

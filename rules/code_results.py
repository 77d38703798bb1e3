"""What came of making codes of units, or of taking them back."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class CodesComing:
    """So many codes are being made; they come in two files by themselves."""

    count: int


@dataclass(frozen=True, slots=True)
class NobodyToInvite:
    """Every contact there has been heard of, or is somebody else's to invite.

    without   the names of the units that have no contact
    """

    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodesRevoked:
    """So many codes are no longer good."""

    count: int


@dataclass(frozen=True, slots=True)
class CodesLeft:
    """Nothing was made or taken back."""


CodeResult: TypeAlias = CodesComing | NobodyToInvite | CodesRevoked | CodesLeft

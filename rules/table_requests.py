"""What the desk's table shows beside the office's own: papers, calls, each entry of the round."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

from rules.entry import State
from rules.person import Unit


@dataclass(frozen=True, slots=True)
class Notes:
    """What the office noted of a unit in a round.

    originals  ids of the signed originals noted last, all at once
    called_at  when it was called last (aware, local), by whom, and what came of it
    """

    originals: tuple[str, ...] = ()
    called_at: dt.datetime | None = None
    called_by: str = ""
    called: str = ""


@dataclass(frozen=True, slots=True)
class NotesBelow:
    """What is noted of the units below this office in this round? -> Mapping by unit of Notes."""

    unit: str
    programme: str
    round: int
    examples: ClassVar[tuple[Any, ...]] = ({},)


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """An entry of the round as the table of the register shows it, taken back or not.

    unit      whose register it is in today
    original  the ISO day its signed original came in, "" where none did; `paper` its id
    """

    id: str
    number: int
    name: str
    unit: Unit
    person: str
    kind: str
    field: str
    state: State
    at: dt.datetime
    unclear: bool = False
    paper: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class RegisterBelow:
    """Which entries of this round are below this office? -> tuple[RegisterLine, ...], by number."""

    unit: str
    programme: str
    round: int
    examples: ClassVar[tuple[Any, ...]] = ((),)


@dataclass(frozen=True, slots=True)
class RoundsBelow:
    """In which rounds did anything come in below this unit? -> tuple[int, ...], newest first.

    Entries and papers, taken back or not: whoever has just struck the last one still looks there.
    """

    unit: str
    programme: str
    examples: ClassVar[tuple[Any, ...]] = ((), (2027, 2026))


TableRequest: TypeAlias = NotesBelow | RegisterBelow | RoundsBelow

"""What the office does with deadlines and the calendar, and what a unit may ask of them."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

WORDS_OF_REASON, WORDS_OF_BASIS, WORDS_OF_DAY = 300, 200, 100  # characters at most


@dataclass(frozen=True, slots=True)
class StageEnd:
    """The end a stage is to have: its last day (ISO text) and time, "17:00"; "" to pause it."""

    stage: str
    day: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class ChangeDeadlines:
    """Stages of a round end otherwise for a unit, and for all `below` it where that is so.

    basis  the document, as it is cited
    seen   the id of the newest change of the round when this was agreed to, "" for none
    """

    unit: str
    below: bool
    programme: str
    round: int
    ends: tuple[StageEnd, ...]
    reason: str
    basis: str
    seen: str


@dataclass(frozen=True, slots=True)
class LeaveDeadlines:
    """Somebody thought better of it; the deadlines stay."""


@dataclass(frozen=True, slots=True)
class AskExtension:
    """A contact asks for more time for their unit."""

    unit: str
    programme: str
    round: int
    words: str


@dataclass(frozen=True, slots=True)
class SayDay:
    """The leading office says that a day (ISO text) is off, or worked; `unit` is its own."""

    unit: str
    day: str
    kind: Literal["off", "working"]
    label: str


@dataclass(frozen=True, slots=True)
class UnsayDay:
    """A day is again what the calendar of the country says; `unit` is the leading office's."""

    unit: str
    day: str


DeadlineCommand: TypeAlias = ChangeDeadlines | LeaveDeadlines | AskExtension | SayDay | UnsayDay

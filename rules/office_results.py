"""What came of what the office did."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from rules.entry import Entry
from rules.person import Unit
from rules.summary import Summary


@dataclass(frozen=True, slots=True)
class Accepted:
    """The office has taken an entry in; `told` how many of its people were told.

    `again` when who pressed had just done so.
    """

    entry: Entry
    told: int = 0
    again: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """The office asked for a supplement; `again` when it just had."""

    entry: Entry
    told: int = 0
    again: bool = False


@dataclass(frozen=True, slots=True)
class Mended:
    """The office corrected the spelling; `boxes` are (register's key, words before, words now)."""

    entry: Entry
    boxes: tuple[tuple[str, str, str], ...] = ()
    told: int = 0
    again: bool = False


@dataclass(frozen=True, slots=True)
class CorrectionAsked:
    """The office has been asked for a correction; `told` whether somebody of it was told."""

    entry: Entry
    told: bool = False


@dataclass(frozen=True, slots=True)
class CorrectionSettled:
    """The office granted a correction, or did not and said why."""

    entry: Entry
    granted: bool
    words: str = ""


@dataclass(frozen=True, slots=True)
class CallNoted:
    """What came of a call is noted."""

    unit: Unit
    words: str


@dataclass(frozen=True, slots=True)
class SummaryTaken:
    """The office's table, kept under an id for its picture and files."""

    id: str
    summary: Summary


@dataclass(frozen=True, slots=True)
class SummaryPapersComing:
    """Papers of the office's table are being made; they come by themselves."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeskOpen:
    """The one-time link to the desk, and for how many minutes it is good."""

    link: str
    minutes: int


@dataclass(frozen=True, slots=True)
class DeskLocked:
    """The desk is closed for the person; `sessions` is how many were open."""

    sessions: int


@dataclass(frozen=True, slots=True)
class HelpSettled:
    """Somebody was helped; `name` is theirs, "" where it was settled before: `by` whom and `at`.

    `by` is "" where that was who says it again.
    """

    name: str
    by: str = ""
    at: dt.datetime | None = None


OfficeResult: TypeAlias = (
    Accepted | Returned | Mended | CorrectionAsked | CorrectionSettled | CallNoted | SummaryTaken
    | SummaryPapersComing | DeskOpen | DeskLocked | HelpSettled
)  # fmt: skip

"""What the office does with entries, papers, calls and its own table; days are ISO text."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

PaperOf: TypeAlias = Literal["picture", "files"]  # files: the workbook and the document
WORDS_OF_CALL = 300  # characters at most: many calls stand in one list


@dataclass(frozen=True, slots=True)
class AcceptEntry:
    """The office takes an entry in."""

    entry: str
    version: int


@dataclass(frozen=True, slots=True)
class ReturnEntry:
    """The office asks for a supplement to one box, until a day; the time of receipt stays."""

    entry: str
    version: int
    box: str
    words: str
    until: str


@dataclass(frozen=True, slots=True)
class MendEntry:
    """The office corrects the spelling of boxes; the state stays, the author is told."""

    entry: str
    version: int
    boxes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AskForCorrection:
    """The author asks for other words in an entry that was accepted."""

    entry: str
    version: int
    boxes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class GrantCorrection:
    """The office puts in what was asked for.

    version  the entry's they looked at; 0 is the one the correction was asked for
    """

    correction: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class RefuseCorrection:
    """The office leaves an entry as it is, and says why."""

    correction: str
    words: str


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The office called a unit; `words` are what came of it."""

    unit: str
    programme: str
    round: int
    words: str


@dataclass(frozen=True, slots=True)
class TakeSummary:
    """The office wants its table of a round as it stands now."""

    unit: str
    programme: str
    round: int


@dataclass(frozen=True, slots=True)
class WantSummaryPaper:
    """The office wants a table it took as a picture or a file."""

    summary: str
    of: PaperOf


@dataclass(frozen=True, slots=True)
class WantForm:
    """Somebody wants an entry as the form to print and sign; `entry` "" for an empty form."""

    entry: str
    programme: str = ""


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """Somebody of the office wants the link to the desk."""


@dataclass(frozen=True, slots=True)
class LockDesk:
    """Somebody ends all their sessions at the desk, wherever they are."""


@dataclass(frozen=True, slots=True)
class SettleHelp:
    """Somebody of the office has helped."""

    help: str


OfficeCommand: TypeAlias = (
    AcceptEntry | ReturnEntry | MendEntry | AskForCorrection | GrantCorrection | RefuseCorrection
    | NoteCall | TakeSummary | WantSummaryPaper | WantForm | OpenDesk | LockDesk | SettleHelp
)  # fmt: skip

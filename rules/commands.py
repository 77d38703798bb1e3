"""What a conversation leads to. `bot/carry_out` performs each in the transaction of the message."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rules.adoption_commands import AdoptionCommand
from rules.announcement_commands import AnnouncementCommand
from rules.code_commands import CodeCommand
from rules.deadline_commands import DeadlineCommand
from rules.duty_commands import DutyCommand
from rules.file_commands import DropTable, ListProblems, MakeTemplate, ReadTable
from rules.import_commands import ImportTable
from rules.life import Step
from rules.meeting_commands import MeetingCommand
from rules.member_commands import MemberCommand
from rules.office_commands import OfficeCommand
from rules.paper_commands import PaperCommand
from rules.reminding_commands import RemindingCommand
from rules.rights import CopyMyData, CorrectMyData, EraseMe, SeeMyData, WithdrawConsent
from rules.schedule_commands import ScheduleCommand
from rules.unit_commands import UnitCommand


@dataclass(frozen=True, slots=True)
class GiveConsent:
    """Somebody agreed to the wording; `code` is the invitation they opened the chat with, or ""."""

    version: str
    wording: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class RefuseConsent:
    """Somebody did not agree; nothing of theirs is kept but the fact and the address."""

    version: str
    wording: str


@dataclass(frozen=True, slots=True)
class Introduce:
    """Somebody said who they are; `unit` is an id, or "" when `unit_name` is in no list."""

    name: str
    unit: str
    unit_name: str


@dataclass(frozen=True, slots=True)
class UseCode:
    """Somebody gave a code: of a unit (they join it) or of their own (this chat becomes theirs)."""

    code: str


@dataclass(frozen=True, slots=True)
class MakeReturnCode:
    """Somebody wants a one-time code to go on elsewhere."""


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """A registration.

    boxes    canonical text by the key of the programme's box
    source   the id of the entry it continues, or `source_words` when it is in no list
    person   the individual it is about or registered for, "" for a collective itself
    photos   refs of pictures sent while it was written
    plan     the plan for the launched model it takes up, as it is cited
    """

    dialog: str
    unit: str
    programme: str
    round: int
    kind: str
    boxes: Mapping[str, str]
    source: str = ""
    source_words: str = ""
    person: str = ""
    photos: tuple[str, ...] = ()
    plan: str = ""


@dataclass(frozen=True, slots=True)
class CorrectEntry:
    """New words for boxes of an entry that was sent; it keeps its code and its time of receipt."""

    entry: str
    version: int
    boxes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WithdrawEntry:
    """The author takes an entry back."""

    entry: str
    version: int


@dataclass(frozen=True, slots=True)
class ConfirmEntry:
    """The unit's officer stands for an entry somebody of the unit sent."""

    entry: str
    version: int


@dataclass(frozen=True, slots=True)
class AttachPhotos:
    """Photos for an entry that was sent."""

    entry: str
    photos: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeaveAsIs:
    """The person thought better of it; nothing changes for the entry.

    `wanted` is the step that could not be taken with it any more, "" where that is not why.
    """

    entry: str
    wanted: Step | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class AskForHelp:
    """Somebody was not understood twice, or asked for a human; the words go to who is in charge."""

    words: str


@dataclass(frozen=True, slots=True)
class KeepPhone:
    """Somebody shared their own phone number (E.164)."""

    phone: str


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """Somebody wants the other language: "vi" or "en"."""

    language: str


Command: TypeAlias = (
    GiveConsent | RefuseConsent | Introduce | UseCode | MakeReturnCode | RegisterEntry
    | CorrectEntry | WithdrawEntry | ConfirmEntry | AttachPhotos | LeaveAsIs | AskForHelp
    | KeepPhone | ChooseLanguage | UnitCommand | MemberCommand
    | SeeMyData | CorrectMyData | CopyMyData | WithdrawConsent | EraseMe
    | MakeTemplate | ReadTable | ListProblems | DropTable | ImportTable
    | CodeCommand | OfficeCommand | PaperCommand | AdoptionCommand | ScheduleCommand
    | DeadlineCommand | DutyCommand
    | MeetingCommand | AnnouncementCommand | RemindingCommand
)  # fmt: skip

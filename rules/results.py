"""What carrying out a command brought about; the conversations put it into words."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from rules.adoption_results import AdoptionResult
from rules.announcement_results import AnnouncementResult
from rules.code_results import CodeResult
from rules.deadline_results import DeadlineResult
from rules.duty_commands import DutyResult
from rules.entry import Entry
from rules.file_results import FileComing, TableComing, TableDropped
from rules.import_commands import Imported, NotImported
from rules.meeting_results import MeetingResult
from rules.member_results import MemberResult
from rules.office_results import OfficeResult
from rules.paper_results import PaperResult
from rules.person import Human, Membership
from rules.quotas import Standing
from rules.reminding_results import RemindingResult
from rules.rights_results import (
    ConsentWithdrawn,
    CopyComing,
    DataCorrected,
    DataShown,
    Erased,
    LastAdminStays,
)
from rules.schedule_commands import ScheduleResult
from rules.unit_results import UnitResult


@dataclass(frozen=True, slots=True)
class Registered:
    """An entry is in the register; `again` when it had been there already.

    `confirmer` is who has to confirm it (None when the author may), `told` whether they were told.
    """

    entry: Entry
    on_time: bool
    standing: Standing
    human: Human
    again: bool = False
    confirmer: Human | None = None
    told: bool = False
    return_code: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """An entry has a new version; `asked_by` is who of the office had asked for a supplement.

    `again` when it had just been sent.
    """

    entry: Entry
    asked_by: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The unit's officer stands for the entry now; `again` when they had just said so."""

    entry: Entry
    again: bool = False


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An entry was taken back; `again` when it had just been."""

    entry: Entry
    again: bool = False


@dataclass(frozen=True, slots=True)
class PhotosKept:
    """Photos belong to an entry now; `count` is how many it has in all."""

    entry: Entry
    count: int


@dataclass(frozen=True, slots=True)
class Consented:
    """Consent is kept; the person may go on. `joined` when they came with a unit's code.

    `linked` when they came with their own code; `code_failed` when the code was no longer good.
    """

    joined: Membership | None = None
    linked: bool = False
    code_failed: bool = False


@dataclass(frozen=True, slots=True)
class Declined:
    """The person did not consent; whom to call instead."""

    human: Human


@dataclass(frozen=True, slots=True)
class Introduced:
    """The person has a name and a unit, still to be confirmed."""

    membership: Membership


@dataclass(frozen=True, slots=True)
class CodeUsed:
    """A code was good: the unit joined, or (`linked`) this chat now belongs to the same person.

    `again` when they had come by it before.
    """

    joined: Membership | None = None
    linked: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class CodeRefused:
    """A code was wrong, used or expired (nobody is told which), or there were too many tries."""

    human: Human
    wait: bool = False


@dataclass(frozen=True, slots=True)
class ReturnCode:
    """A one-time code to go on elsewhere, and the address that enters it on the web page.

    ways  (app, link) that enter it in an app they are not in
    """

    code: str
    page: str
    ways: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class HelpComing:
    """The words went to a human, or at least that is who to call (`told`: whether they know)."""

    human: Human
    told: bool


@dataclass(frozen=True, slots=True)
class Unchanged:
    """Nothing was changed, as the person wished; `entry` is how it stands, if it is theirs."""

    entry: Entry | None


@dataclass(frozen=True, slots=True)
class PhoneKept:
    """The person's phone number is kept."""

    phone: str


@dataclass(frozen=True, slots=True)
class LanguageChosen:
    """From now on the assistant speaks this language."""

    language: str


@dataclass(frozen=True, slots=True)
class TooLate:
    """Somebody else, or an earlier press, was first; `entry` is how it stands, if it is theirs.

    by   who did something with the entry last, "" where they may not be named
    act  what that was, as its event is called, and `at` when (aware, local)
    own  whether it was who comes too late now
    """

    entry: Entry | None
    by: str = ""
    act: str = ""
    at: dt.datetime | None = None
    own: bool = False


Result: TypeAlias = (
    Registered | Corrected | Withdrawn | Confirmed | PhotosKept | Consented | Declined | Introduced
    | Unchanged | PhoneKept | CodeUsed | CodeRefused | ReturnCode | HelpComing
    | LanguageChosen | TooLate | UnitResult | MemberResult | CodeResult
    | FileComing | TableComing | TableDropped | Imported | NotImported
    | OfficeResult | PaperResult | AdoptionResult | ScheduleResult
    | DeadlineResult | DutyResult
    | MeetingResult | AnnouncementResult | RemindingResult
    | DataShown | DataCorrected | CopyComing | ConsentWithdrawn | Erased | LastAdminStays
)  # fmt: skip

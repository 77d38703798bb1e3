"""Who is named in what a conversation was told: persons and entries by id, some by name alone."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from rules.adoption_results import LaunchOpened
from rules.announcement_requests import Addressee, Announcement
from rules.blocked import Blocked
from rules.bots_lost import OnlyThere
from rules.code_requests import MadeCode
from rules.confirmation import Confirmation
from rules.deadline_requests import DeadlineChanged, Effect
from rules.deadline_results import DeadlinesElse
from rules.entry import Entry
from rules.entry_requests import Moment, Supplement
from rules.findings import FoundPerson
from rules.meeting import Invited
from rules.meeting_results import MeetingOtherwise, RepliesNoted
from rules.member import AskedUnit
from rules.member_results import MembershipKept, MembershipSettled, PhoneRecognised
from rules.office_requests import Called, Correction, Form, HelpAsked, ToCall
from rules.office_results import HelpSettled
from rules.paper_results import Noted, PaperStruck
from rules.person import Human, Person
from rules.phones import say_phone
from rules.reminding import Owing
from rules.reminding_requests import LastNudge, Sent
from rules.reminding_results import Nudged, SentSettled
from rules.requests import Meaning
from rules.results import Corrected, TooLate
from rules.scheduling import Schedule, ScheduleLine
from rules.summary import UnitNow
from rules.unit_requests import Staff
from rules.why_requests import Decided, Missed

# By type: the field with the id ("" where there is none), and those with words that tell who it is.
_TELLING: Mapping[type, tuple[str, tuple[str, ...]]] = {
    Person: ("id", ("name", "phone")),
    FoundPerson: ("id", ("name", "phone")),
    Staff: ("id", ("name",)),
    Confirmation: ("person", ("name",)),
    PhoneRecognised: ("person", ("name", "phone")),
    Invited: ("person", ("name", "phone")),
    MeetingOtherwise: ("", ("by",)),
    RepliesNoted: ("", ("names", "kept")),
    Entry: ("id", ("code", "name", "person")),
    Human: ("", ("name",)),
    Meaning: ("", ("name",)),
    MadeCode: ("", ("name",)),
    AskedUnit: ("", ("people",)),
    LaunchOpened: ("", ("by",)),
    Addressee: ("person", ("name", "phone")),
    Announcement: ("", ("by",)),
    DeadlineChanged: ("", ("by",)),
    DeadlinesElse: ("", ("by",)),
    Effect: ("", ("by",)),
    MembershipKept: ("", ("names",)),
    MembershipSettled: ("", ("name", "by")),
    TooLate: ("", ("by",)),
    ToCall: ("", ("staff",)),
    Called: ("", ("by",)),
    UnitNow: ("staff", ("staff_name",)),
    Corrected: ("", ("asked_by",)),
    Supplement: ("", ("by",)),
    Moment: ("", ("by",)),
    Correction: ("", ("by",)),
    Form: ("", ("by",)),
    HelpAsked: ("person", ("name", "phone", "words")),
    HelpSettled: ("", ("name", "by")),
    Noted: ("", ("by",)),
    PaperStruck: ("", ("by",)),
    Schedule: ("", ("by",)),
    Blocked: ("person", ("name", "phone")),
    OnlyThere: ("person", ("name", "phone")),
    Decided: ("", ("name",)),
    Missed: ("", ("name",)),
    ScheduleLine: ("staff", ("staff_name",)),
    Sent: ("person", ("name", "phone")),
    Owing: ("", ("by",)),
    LastNudge: ("", ("by",)),
    Nudged: ("", ("by",)),
    SentSettled: ("", ("by",)),
}
_PLAIN = {str, int, float, bool, type(None)}


@dataclass(frozen=True, slots=True)
class Named:
    """Words that tell who or what is meant; `id` is "" where only a person's name is known."""

    id: str
    words: str

    def is_in(self, text: str) -> bool:
        """Return whether a text names them."""
        return self.words in text


def named_in(known: Any) -> Iterator[Named]:
    """Yield everybody and every entry in facts and results, however deep."""
    left = [known]  # every message comes by here, with all that was loaded for it
    while left:
        one = left.pop()
        kind: type = type(one)
        if kind in _PLAIN:
            continue
        if isinstance(one, Mapping):
            left += (*one.keys(), *one.values())
        elif isinstance(one, list | tuple):
            left += one
        else:
            key, telling = _TELLING.get(kind, ("", ()))
            for words in (words for field in telling for words in _words(one, field)):
                yield Named(getattr(one, key) if key else "", words)
            left += [getattr(one, field) for field in _fields(kind)]


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Return the fields of a dataclass in which more may be found."""
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple(field.name for field in dataclasses.fields(kind) if field.type not in _PLAIN)


def _words(known: Any, field: str) -> tuple[str, ...]:
    said = getattr(known, field)
    if isinstance(said, tuple):
        return said
    if not said:
        return ()
    return (say_phone(said),) if field == "phone" else (said,)

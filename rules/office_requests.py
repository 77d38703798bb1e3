"""Data about its units and its work that an office can ask for; each gets only theirs."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

from rules.entry import Entry
from rules.person import Human, Unit
from rules.reminding_requests import Sent
from rules.spending import SpendingOf, Unanswered
from rules.summary import Summary

_UNIT = Unit("u1", "Chi bộ bản Suối Đá", "chi_bo")
_SOMETIME = dt.datetime(2027, 3, 17, 15, 32, tzinfo=dt.timezone(dt.timedelta(hours=7)))


@dataclass(frozen=True, slots=True)
class SummaryOf:
    """How do the units of this office stand in this round of the programme now? -> Summary."""

    unit: str
    programme: str
    round: int
    examples: ClassVar[tuple[Any, ...]] = (Summary(Unit("", ""), "", 0, _SOMETIME, (), (), 0, ()),)


@dataclass(frozen=True, slots=True)
class Called:
    """What came of a call, by whom and when (aware, local)."""

    words: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Reminded:
    """When a unit was reminded last, and what came of it.

    answered  somebody there has written, put it off or sent something since
    unseen    all it reached are pages that nobody has opened since
    unsaid    it has reached nobody: too few messages were left that month
    """

    day: dt.date
    answered: bool = False
    unseen: bool = False
    unsaid: bool = False


@dataclass(frozen=True, slots=True)
class ToCall:
    """A unit to be called: its contacts, who of them is in the assistant, the last call.

    number  the place in the list, from 1, which somebody says who has called
    papers  how many forms of theirs wait to be typed in
    reminded  None where nobody there was, in this round
    staff   who of the office is in charge
    """

    number: int
    unit: Unit
    staff: str
    missing: int
    none: bool
    contacts: tuple[Human, ...] = ()
    joined: int = 0
    papers: int = 0
    called: Called | None = None
    reminded: Reminded | None = None


@dataclass(frozen=True, slots=True)
class CallList:
    """Which units below this office are short in this round? -> tuple[ToCall, ...].

    Those of one staff member together, those with nothing first; numbered through.
    """

    unit: str
    programme: str
    round: int
    examples: ClassVar[tuple[Any, ...]] = ((), (ToCall(1, _UNIT, "Hạnh", 1, none=True),))


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for the office: entries to take in, corrections, forms to type in, calls.

    sent        paper that contacts say is on its way
    unanswered  people a bot could not answer, for it had nothing left to say that month
    """

    entries: tuple[Entry, ...] = ()
    corrections: tuple["Correction", ...] = ()
    forms: tuple["Form", ...] = ()
    help: tuple["HelpAsked", ...] = ()
    sent: tuple[Sent, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()


@dataclass(frozen=True, slots=True)
class HelpAsked:
    """Somebody whom the assistant did not understand waits for a human; `at` is aware."""

    id: str
    person: str
    name: str
    unit: str
    phone: str
    words: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction asked for: `boxes` are (key, words now, words asked for) that differ."""

    id: str
    entry: Entry
    boxes: tuple[tuple[str, str, str], ...]
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Form:
    """A form that came in by hand and waits to be typed in; `photos` are attachments' ids."""

    id: str
    unit: Unit
    at: dt.datetime
    photos: tuple[str, ...]
    original: bool
    by: str = ""
    programme: str = ""
    round: int = 0


@dataclass(frozen=True, slots=True)
class WaitingFor:
    """What waits for this office, of this round and before? -> Waiting, the oldest first."""

    unit: str
    programme: str
    round: int
    examples: ClassVar[tuple[Any, ...]] = (Waiting(),)


@dataclass(frozen=True, slots=True)
class Gaps:
    """Where screen and paper differ: entries without a signed original, forms in no register."""

    without_paper: tuple[Entry, ...] = ()
    without_entry: tuple[Form, ...] = ()


@dataclass(frozen=True, slots=True)
class GapsOf:
    """Where do screen and paper differ below this office in this round? -> Gaps."""

    unit: str
    programme: str
    round: int
    examples: ClassVar[tuple[Any, ...]] = (Gaps(),)


@dataclass(frozen=True, slots=True)
class SimilarBelow:
    """Which entries of this unit and round are named like this? -> tuple[Entry, ...], best first.

    Whoever typed them, on the phone or at the office.
    """

    unit: str
    programme: str
    round: int
    name: str
    examples: ClassVar[tuple[Any, ...]] = ((),)


OfficeRequest: TypeAlias = SpendingOf | SummaryOf | CallList | WaitingFor | GapsOf | SimilarBelow

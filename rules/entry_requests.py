"""What can be asked about one entry and the office: what it asks for, what is asked of it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypeAlias

from rules.office_requests import Correction

_SOMETIME = dt.datetime(2027, 3, 17, 10, 5, tzinfo=dt.timezone(dt.timedelta(hours=7)))
# What becomes of an entry, each as its events are called.
EntryAct: TypeAlias = Literal[
    "register", "type-in", "correct", "confirm", "withdraw", "accept", "return", "mend",
    "ask-correction", "grant", "refuse-correction", "import",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Supplement:
    """What the office asks for: in which box, until which day (ISO text), who asked, when."""

    box: str
    words: str
    until: str
    by: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """Something done with an entry; `at` is aware.

    by     the name of who did it, "" where who asks may not know or nobody does any more
    boxes  (key, words before, words then) that it changed
    words  what the office wrote with it
    """

    act: EntryAct
    by: str
    at: dt.datetime
    boxes: tuple[tuple[str, str, str], ...] = ()
    words: str = ""


@dataclass(frozen=True, slots=True)
class AtOffice:
    """How an entry stands with the office.

    office      whether who asks is of the office over it
    supplement  what it waits for, of an entry that was returned
    correction  what its author would like to have changed, while nobody has answered
    accepted    who took it in and when
    """

    office: bool = False
    supplement: Supplement | None = None
    correction: Correction | None = None
    accepted: Moment | None = None


@dataclass(frozen=True, slots=True)
class AtOfficeOf:
    """How does this entry stand with the office? -> AtOffice."""

    entry: str
    examples: ClassVar[tuple[Any, ...]] = (AtOffice(), AtOffice(office=True))


@dataclass(frozen=True, slots=True)
class HistoryOfEntry:
    """What has been done with this entry? -> tuple[Moment, ...], the first first."""

    entry: str
    examples: ClassVar[tuple[Any, ...]] = ((), (Moment("accept", "Hạnh", _SOMETIME),))


EntryRequest: TypeAlias = AtOfficeOf | HistoryOfEntry

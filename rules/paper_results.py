"""What came of what was done with paper."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from rules.entry import Entry
from rules.person import Unit
from rules.refused import Refused


@dataclass(frozen=True, slots=True)
class Noted:
    """A signed original that came in on a day (ISO text), with who noted it and when (local).

    `number` is that of its entry, 0 where it is to be typed in.
    """

    id: str
    number: int
    day: str
    by: str = ""
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class PaperReceived:
    """Originals are noted: of so many entries, or (`waiting`) one that is to be typed in.

    `noted` are they, one by one; `again` when somebody had noted them before. Of one that waits,
    `others` is how many entries of the unit have their original already.
    """

    unit: Unit
    entries: int
    waiting: bool
    noted: tuple[Noted, ...] = ()
    again: bool = False
    others: int = 0


@dataclass(frozen=True, slots=True)
class PaperStruck:
    """A paper is no longer noted; `unit` is None where it was not before.

    Then `by` is who struck it before, if anybody did, and `at` when (local).
    """

    unit: Unit | None
    by: str = ""
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class FormSent:
    """A photo of a form counts as sent; `on_time` judges the moment it came (local)."""

    unit: Unit
    on_time: bool
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class PaperRefused:
    """What was said of a paper cannot be so, and why."""

    why: Refused


@dataclass(frozen=True, slots=True)
class TypedIn:
    """What came on paper is in the register; `again` when it had been there already."""

    entry: Entry
    on_time: bool
    again: bool = False


PaperResult: TypeAlias = PaperReceived | PaperStruck | PaperRefused | FormSent | TypedIn

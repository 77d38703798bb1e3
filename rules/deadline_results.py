"""What came of changing deadlines and the calendar."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from rules.deadline_moves import EndMoved
from rules.person import Human, Unit
from rules.refused import Refused


@dataclass(frozen=True, slots=True)
class DeadlinesChanged:
    """The ends of stages are others; `contacts` of `units` units are told.

    late  how many late registrations are on time by it
    """

    unit: Unit
    below: bool
    ends: tuple[EndMoved, ...]
    units: int
    contacts: int
    late: int = 0


@dataclass(frozen=True, slots=True)
class DeadlinesElse:
    """Somebody changed the deadlines meanwhile, at a moment (aware, local); nothing was done now.

    own  whether it was who comes second
    """

    by: str
    at: dt.datetime
    own: bool = False


@dataclass(frozen=True, slots=True)
class DeadlinesStay:
    """Nothing was changed; `why` it could not be, None where nobody wanted it."""

    why: Refused | None = None


@dataclass(frozen=True, slots=True)
class ExtensionAsked:
    """A unit's wish for more time went to the office; `told` whether somebody knows already."""

    unit: Unit
    human: Human
    told: bool


@dataclass(frozen=True, slots=True)
class DaySaid:
    """A day is off or worked now; `moved` are the ends of stages that are others by it."""

    day: dt.date
    off: bool
    label: str
    moved: tuple[EndMoved, ...] = ()


DeadlineResult: TypeAlias = (
    DeadlinesChanged | DeadlinesElse | DeadlinesStay | ExtensionAsked | DaySaid
)

"""What a committee does with the month's meetings below it, and what comes of it."""

from dataclasses import dataclass
from typing import TypeAlias

from rules.scheduling import Schedule


@dataclass(frozen=True, slots=True)
class AgreeSchedule:
    """A committee agrees on a month; `revision` is the schedule's they looked at."""

    unit: str
    month: str
    revision: int


@dataclass(frozen=True, slots=True)
class WantNotice:
    """A committee wants the month's notice as a file to print or pass on."""

    unit: str
    month: str


@dataclass(frozen=True, slots=True)
class ScheduleAgreed:
    """How the schedule stands now; not `first`: somebody else, or an earlier press, was."""

    schedule: Schedule
    first: bool = True


@dataclass(frozen=True, slots=True)
class NoticeComing:
    """The notice is being made; it comes by itself."""

    name: str


ScheduleCommand: TypeAlias = AgreeSchedule | WantNotice
ScheduleResult: TypeAlias = ScheduleAgreed | NoticeComing

"""The month's regular meetings of the units below a committee: registered, agreed on, changed."""

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rules.guidance_42 import LEAST_MINUTES
from rules.person import Human, Unit

LineState: TypeAlias = Literal["waiting", "registered", "agreed", "changed"]


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """When and where a unit meets, local; `revision` grows with each change of it."""

    day: dt.date
    time: dt.time
    place: str
    revision: int = 0

    @property
    def at(self) -> dt.datetime:
        """The local moment it begins, naive."""
        return dt.datetime.combine(self.day, self.time)

    def is_as(self, other: "PlannedMeeting | None") -> bool:
        """Return whether that is the same time and place."""
        return other is not None and (self.at, self.place) == (other.at, other.place)


@dataclass(frozen=True, slots=True)
class ScheduleLine:
    """A unit in the month: what it has registered, and what was agreed on, None for nothing.

    members     how many belong to it, 0 when not known
    secretary   the first of its officers
    staff       the id of who of the office is in charge of it
    """

    unit: Unit
    planned: PlannedMeeting | None = None
    agreed: PlannedMeeting | None = None
    members: int = 0
    secretary: Human | None = None
    staff: str = ""
    staff_name: str = ""


@dataclass(frozen=True, slots=True)
class Schedule:
    """The month ("2027-04") of a committee; `revision` is how often it was agreed on, 0 never.

    by, at  who agreed last, and when (aware, local)
    """

    unit: Unit
    month: str
    lines: tuple[ScheduleLine, ...] = ()
    revision: int = 0
    by: str = ""
    at: dt.datetime | None = None

    def state(self, line: ScheduleLine) -> LineState:
        """Return how a unit stands; what was agreed on and is so no longer has changed."""
        if not self.revision:
            return "registered" if line.planned else "waiting"
        if line.agreed is None:
            return "changed" if line.planned else "waiting"
        return "agreed" if line.agreed.is_as(line.planned) else "changed"

    def in_state(self, *states: LineState) -> tuple[ScheduleLine, ...]:
        """Return the units that stand so."""
        return tuple(line for line in self.lines if self.state(line) in states)

    @property
    def missing(self) -> tuple[ScheduleLine, ...]:
        """The units without a meeting in the month."""
        return tuple(line for line in self.lines if line.planned is None)

    @property
    def members(self) -> int:
        """How many belong to all the units."""
        return sum(line.members for line in self.lines)

    @property
    def may_agree(self) -> bool:
        """Whether there is something to agree on that has not been."""
        if not self.revision:
            return any(line.planned for line in self.lines)
        return bool(self.in_state("changed"))


def in_order(lines: Sequence[ScheduleLine]) -> tuple[ScheduleLine, ...]:
    """Return the units without a meeting first, then by when they meet; else in their order."""
    return tuple(sorted(lines, key=_starts))


def _starts(line: ScheduleLine) -> str:
    return line.planned.at.isoformat() if line.planned else ""


def clashes(schedule: Schedule) -> Iterator[tuple[ScheduleLine, ScheduleLine]]:
    """Yield meetings that who is in charge of both units cannot both attend."""
    lines = [line for line in in_order(schedule.lines) if line.planned and line.staff]
    for one, other in itertools.combinations(lines, 2):
        if one.staff == other.staff and _overlap(one, other):
            yield one, other


def _overlap(one: ScheduleLine, other: ScheduleLine) -> bool:
    assert one.planned  # noqa: S101 - only those with a meeting are compared
    assert other.planned  # noqa: S101 - the same
    return abs(one.planned.at - other.planned.at) < dt.timedelta(minutes=LEAST_MINUTES)

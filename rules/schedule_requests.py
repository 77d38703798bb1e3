"""What a committee can ask of the month's meetings below it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

from rules.person import Unit
from rules.scheduling import PlannedMeeting, Schedule, ScheduleLine

_MET = PlannedMeeting(dt.date(2027, 4, 4), dt.time(19), "nhà văn hóa bản", 1)
_LINES = (
    ScheduleLine(Unit("u1", "Chi bộ bản Suối Đá", "chi_bo"), _MET, members=12),
    ScheduleLine(Unit("u2", "Chi bộ bản Phìn", "chi_bo")),
)


@dataclass(frozen=True, slots=True)
class ScheduleOf:
    """When do the units directly below this one meet in a month ("2027-04")? -> Schedule.

    Without lines where there is none below that meets by itself.
    """

    unit: str
    month: str
    examples: ClassVar[tuple[Any, ...]] = (
        Schedule(Unit("", ""), "2027-04"),
        Schedule(Unit("k", "Đảng ủy xã"), "2027-04", _LINES),
    )


ScheduleRequest: TypeAlias = ScheduleOf

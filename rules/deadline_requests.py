"""What can be asked of deadlines that the office changes, and of the calendar."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

from rules.country_calendar import SaidDay
from rules.deadline_commands import StageEnd
from rules.deadline_moves import EndMoved
from rules.refused import Refused

_DAY = dt.datetime(2027, 3, 26, 17, tzinfo=dt.UTC)
_MOVED = EndMoved("register", "Đăng ký", _DAY - dt.timedelta(7), _DAY)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change of deadlines would do.

    units     how many it concerns; `complete` of them owe nothing more, `short` still do
    contacts  how many can be told of it
    untold    units of which nobody can be told
    own       units whose end was another than that of the unit it is asked for
    waiting   reminders of the old end that have not gone yet
    late      registrations sent late that would be on time
    refused   why it cannot be
    version   the id of the newest change of the round, "" for none; made by whom and when
    """

    ends: tuple[EndMoved, ...] = ()
    units: int = 0
    complete: int = 0
    short: int = 0
    contacts: int = 0
    untold: int = 0
    own: int = 0
    waiting: int = 0
    late: int = 0
    refused: Refused | None = None
    version: str = ""
    by: str = ""
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class EffectOf:
    """What would this change of deadlines do? -> Effect."""

    unit: str
    below: bool
    programme: str
    round: int
    ends: tuple[StageEnd, ...]
    examples: ClassVar[tuple[Any, ...]] = (
        Effect(),
        Effect((_MOVED,), 84, 61, 23, 168, 2, 3, 12, 2, version="c1", by="Hạnh", at=_DAY),
    )


@dataclass(frozen=True, slots=True)
class DeadlineChanged:
    """One change of the office; `whom` it covers is called so, `below` it too or it alone.

    units  the ids of all it covers
    """

    at: dt.datetime
    by: str
    unit: str
    whom: str
    below: bool
    end: EndMoved
    reason: str
    basis: str
    units: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DeadlineHistoryOf:
    """Which changes concern this unit or any below it, newest first? -> tuple, at most 30."""

    unit: str
    programme: str
    round: int
    examples: ClassVar[tuple[Any, ...]] = (
        (),
        (DeadlineChanged(_DAY, "Hạnh", "u1", "Chi bộ bản Suối Đá", True, _MOVED, "", ""),),
    )


@dataclass(frozen=True, slots=True)
class SaidDays:
    """What was said of single days by the office; `leads`: it may say more."""

    days: tuple[tuple[dt.date, SaidDay], ...] = ()
    leads: bool = False


@dataclass(frozen=True, slots=True)
class SaidDaysOf:
    """What does this office's calendar say of single days? -> SaidDays."""

    unit: str
    examples: ClassVar[tuple[Any, ...]] = (
        SaidDays(),
        SaidDays(((dt.date(2027, 5, 3), SaidDay("off", "nghỉ bù")),), leads=True),
    )


DeadlineRequest: TypeAlias = EffectOf | DeadlineHistoryOf | SaidDaysOf

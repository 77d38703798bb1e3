"""Answers what is asked of the month's meetings below a committee."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from rules.months import is_month
from rules.person import Unit
from rules.schedule_requests import ScheduleOf
from rules.scheduling import Schedule
from rules.scheduling_days import scheduling_of
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction
from storage.schedules import MonthAsked, schedules

_Asked: TypeAlias = Sequence[tuple[str, Any]]


async def _schedules(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await _schedule(tx, request, around) for _, request in asked]


async def _schedule(tx: Transaction, request: ScheduleOf, around: Circumstances) -> Schedule:
    if not is_month(request.month):
        return Schedule(Unit(request.unit, ""), request.month)
    programmes = around.programmes
    month = MonthAsked(
        request.month,
        around.today,
        around.zone,
        programmes[0].calendar,
        scheduling_of(programmes).units,
    )
    found = await schedules(tx, month, [request.unit])
    return found[0] if found else Schedule(Unit(request.unit, ""), request.month)


ANSWERED: Mapping[type, Answered] = {ScheduleOf: _schedules}

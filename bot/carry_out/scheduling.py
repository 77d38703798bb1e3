"""A committee agrees on the month's meetings below it, or wants the notice of them."""

from bot.carry_out.order import Order
from bot.carry_out.wanting import want_file
from conversations.file_names import notice_name
from rules import schedule_commands as commands
from rules.results import Result, TooLate
from rules.schedule_requests import ScheduleOf
from rules.scheduling import Schedule
from storage import events
from storage import schedules as kept
from storage.database import Transaction


async def agree_schedule(tx: Transaction, order: Order) -> Result:
    """Agree on the meetings as they stand; who was second changes nothing."""
    command = order.command
    assert isinstance(command, commands.AgreeSchedule)  # noqa: S101 - sorted by carry_out
    schedule = await _schedule(tx, order, command.unit, command.month)
    if not schedule.lines:  # a role somewhere is none over units below
        return TooLate(None)
    if command.revision != schedule.revision or not schedule.may_agree:
        return commands.ScheduleAgreed(schedule, first=False)
    won = await kept.agree(tx, schedule, person=order.person.id, at=order.now())
    now = await _schedule(tx, order, command.unit, command.month)
    if won:
        after = f"{command.month}.{now.revision}"
        await events.add(tx, [order.event("schedule-agreed", command.unit, after=after)])
    return commands.ScheduleAgreed(now, first=won)


async def want_notice(tx: Transaction, order: Order) -> Result:
    """Have the month's notice made as a file."""
    command = order.command
    assert isinstance(command, commands.WantNotice)  # noqa: S101 - sorted by carry_out
    schedule = await _schedule(tx, order, command.unit, command.month)
    if not schedule.lines:
        return TooLate(None)
    name = notice_name(command.month, order.shell.language(order.person.language))
    about = {"unit": command.unit, "month": command.month}
    await want_file(tx, order, kind="schedule-docx", name=name, about=about)
    await events.add(tx, [order.event("schedule-notice", command.unit, after=command.month)])
    return commands.NoticeComing(name)


async def _schedule(tx: Transaction, order: Order, unit: str, month: str) -> Schedule:
    found: Schedule = await order.fact(tx, ScheduleOf(unit, month))
    return found

"""Days that are off, or worked instead, as the leading office says."""

import datetime as dt
from dataclasses import replace

from bot.carry_out.order import Order
from rules.country_calendar import CountryCalendar, SaidDay
from rules.deadline_commands import SayDay, UnsayDay
from rules.deadline_moves import moved_by_calendar
from rules.deadline_results import DaySaid, DeadlinesStay
from rules.refused import Refused
from rules.results import Result, TooLate
from storage import calendar_days, events
from storage.calendar_days import NewSaidDay
from storage.database import Transaction
from storage.leading import leads


async def say_day(tx: Transaction, order: Order) -> Result:
    """Let a day be off, or worked."""
    command = order.command
    assert isinstance(command, SayDay)  # noqa: S101 - sorted by carry_out
    day = _day(command.day)
    if day is None or not await leads(tx, command.unit, today=order.today().isoformat()):
        return TooLate(None)
    before = await calendar_days.said(tx)
    new = SaidDay(command.kind, command.label)
    by, at = order.person.id, order.now()
    if not await calendar_days.say(tx, NewSaidDay(day, command.kind, command.label, by, at)):
        return DeadlinesStay(Refused("day-stays", day=command.day))
    await events.add(tx, [order.event("calendar-day", command.day, after=command.kind)])
    after = CountryCalendar({**before, day: new})
    return _said(order, day, CountryCalendar(before), after, label=command.label)


async def unsay_day(tx: Transaction, order: Order) -> Result:
    """Let a day be what the calendar of the country says again."""
    command = order.command
    assert isinstance(command, UnsayDay)  # noqa: S101 - sorted by carry_out
    day = _day(command.day)
    if day is None or not await leads(tx, command.unit, today=order.today().isoformat()):
        return TooLate(None)
    before = await calendar_days.said(tx)
    if not await calendar_days.unsay(tx, day):
        return DeadlinesStay(Refused("day-stays", day=command.day))
    await events.add(tx, [order.event("calendar-day-no-more", command.day)])
    after = CountryCalendar({key: said for key, said in before.items() if key != day})
    return _said(order, day, CountryCalendar(before), after, label=after.holiday(day))


def _said(
    order: Order, day: dt.date, before: CountryCalendar, after: CountryCalendar, *, label: str
) -> DaySaid:
    programme = replace(order.form().programme, calendar=before)
    moved = moved_by_calendar(programme, day.year, after, order.shell.clock.zone)
    return DaySaid(day, not after.works(day), label, moved)


def _day(said: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(said)
    except ValueError:
        return None

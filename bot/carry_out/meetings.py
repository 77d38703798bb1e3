"""Meetings made, moved and called off; who is invited is told by the planner."""

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from bot.carry_out.order import Order
from bot.remind.moments import moment_at
from bot.remind.series import make_near
from rules import meeting_commands as commands
from rules import meeting_results as results
from rules.meeting import Meeting, When
from rules.meeting_patterns import next_days, pattern_of
from rules.meeting_requests import MeetingOf, Planning, PlanningOf, SeenMeeting
from rules.results import Result, TooLate
from storage import events, meeting_series, meetings
from storage.database import Transaction
from storage.meeting_series import Series

COMING = 3  # days of a series that are said
ACTS = ("meeting-move", "meeting-cancel")


async def seen_of(tx: Transaction, order: Order, meeting: str) -> SeenMeeting | None:
    """Return a meeting as whoever gave the order sees it."""
    found: SeenMeeting | None = await order.fact(tx, MeetingOf(meeting))
    return found


async def make(tx: Transaction, order: Order) -> Result:
    """Plan a meeting, once for the dialog it was written in."""
    command = order.command
    assert isinstance(command, commands.MakeMeeting)  # noqa: S101 - sorted by carry_out
    planning: Planning = await order.fact(tx, PlanningOf(command.unit))
    starts_at = command.when.starts_at(_zone(order))
    if planning.unit is None or starts_at <= order.now():
        return TooLate(None)
    new = Meeting(
        order.shell.ids.next(),
        planning.unit,
        command.kind,
        command.when,
        _zone(order),
        command.place,
        starts_at,
        by_person=order.person.id,
        said_at=order.now(),
    )
    made = await meetings.keep(tx, new, dialog=command.dialog, at=order.now())
    if made:
        await events.add(tx, [order.event("meeting", new.id, after=command.kind)])
    there = await meetings.made_by(tx, command.dialog, today=order.today().isoformat())
    seen = await seen_of(tx, order, there.id) if there else None
    return results.MeetingMade(seen, again=not made) if seen else TooLate(None)


async def make_series(tx: Transaction, order: Order) -> Result:
    """Let a unit meet so every month or quarter; what is near is planned at once."""
    command = order.command
    assert isinstance(command, commands.MakeSeries)  # noqa: S101 - sorted by carry_out
    planning: Planning = await order.fact(tx, PlanningOf(command.unit))
    if planning.unit is None:
        return TooLate(None)
    new = _series(order, command)
    if command.instead:
        if not await meeting_series.change(tx, new):
            return TooLate(None)
        await events.add(tx, [order.event("meeting-series-change", new.id, after=command.pattern)])
    elif await meeting_series.keep(tx, new):
        await events.add(tx, [order.event("meeting-series", new.id, after=command.pattern)])
    there = {month for _, month in await meetings.months_of(tx, [new.id])}
    await make_near(tx, new, await moment_at(tx, order.shell, order.now()))
    days = _coming(order, planning, new, but=there if command.instead else ())
    made = results.SeriesMade(planning.unit, new.kind, new.pattern, new.time, new.place, days)
    if not command.instead:
        return made
    kept = [one.when for one in planning.ahead if one.series == new.id and one.state == "planned"]
    return replace(made, kept=tuple(kept))


def _series(order: Order, command: commands.MakeSeries) -> Series:
    return Series(
        command.instead or command.dialog,
        command.unit,
        command.kind,
        pattern_of(command.pattern),
        command.time,
        _zone(order),
        command.place,
        order.today(),
        order.person.id,
        order.now(),
    )


def _coming(
    order: Order, planning: Planning, series: Series, *, but: Collection[str]
) -> tuple[dt.date, ...]:
    """Return the next days of a series, without those of months that have a meeting."""
    count = COMING + 1 + len(but)
    days = next_days(series.pattern, order.today(), planning.days, count=count)
    ahead = [
        day
        for month, day in days
        if month not in but and When(day, series.time).starts_at(series.zone) > order.now()
    ]
    return tuple(ahead[:COMING])


async def end_series(tx: Transaction, order: Order) -> Result:
    """Let a unit meet so no more."""
    command = order.command
    assert isinstance(command, commands.EndSeries)  # noqa: S101 - sorted by carry_out
    series = await meeting_series.one(tx, command.series)
    if series is None:
        return TooLate(None)
    ended = await meeting_series.end(tx, series.id, day=order.today().isoformat())
    if ended:
        await events.add(tx, [order.event("meeting-series-end", series.id)])
    return results.SeriesEnded(series.pattern, again=not ended)


async def move(tx: Transaction, order: Order) -> Result:
    """Hold a meeting at another time or place; everybody invited is asked anew."""
    command = order.command
    assert isinstance(command, commands.MoveMeeting)  # noqa: S101 - sorted by carry_out
    seen = await seen_of(tx, order, command.meeting)
    if seen is None:
        return TooLate(None)
    old = seen.meeting
    if (old.when, old.place) == (command.when, command.place):
        return results.MeetingAsItIs(seen)
    new = old.moved_to(command.when, command.place, by=order.person.id, now=order.now())
    if not is_as_known(order, old, command.revision) or new.starts_at <= order.now():
        return await otherwise(tx, order, seen)
    if not await meetings.change(tx, new):
        return await otherwise(tx, order, seen)
    await events.add(tx, [order.event("meeting-move", old.id, after=str(new.revision))])
    now = await seen_of(tx, order, old.id)
    return results.MeetingMoved(now) if now else TooLate(None)


async def cancel(tx: Transaction, order: Order) -> Result:
    """Call a meeting off; who was invited is told."""
    command = order.command
    assert isinstance(command, commands.CancelMeeting)  # noqa: S101 - sorted by carry_out
    seen = await seen_of(tx, order, command.meeting)
    if seen is None:
        return TooLate(None)
    new = seen.meeting.cancelled(command.why, by=order.person.id, now=order.now())
    allowed = is_as_known(order, seen.meeting, command.revision)
    if not allowed or not await meetings.change(tx, new):
        return await otherwise(tx, order, seen)
    await events.add(tx, [order.event("meeting-cancel", new.id, after=str(new.revision))])
    now = await seen_of(tx, order, new.id)
    return results.MeetingCancelled(now) if now else TooLate(None)


async def leave(tx: Transaction, order: Order) -> Result:
    """Leave a meeting as it is."""
    command = order.command
    assert isinstance(command, commands.LeaveMeeting)  # noqa: S101 - sorted by carry_out
    return results.MeetingAsItIs(await seen_of(tx, order, command.meeting))


async def otherwise(tx: Transaction, order: Order, seen: SeenMeeting) -> Result:
    """Return how a meeting stands now, and to a contact of its unit who changed it last."""
    last = await events.last(tx, seen.meeting.id, ACTS)
    by = last.name if last and seen.may and last.name != order.person.name else ""
    return results.MeetingOtherwise(seen, by)


def is_as_known(order: Order, meeting: Meeting, revision: int) -> bool:
    """Return whether a meeting is ahead and stands as whoever gave the order knew it."""
    return meeting.is_ahead(order.now()) and meeting.revision == revision


def _zone(order: Order) -> str:
    return str(order.shell.clock.zone)

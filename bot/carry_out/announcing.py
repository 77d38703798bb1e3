"""Announcements of an office: kept with whom they go to, two minutes before they do."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

import orjson

from bot.carry_out.order import Order
from rules import announcement_commands as commands
from rules import announcement_results as results
from rules.announcement_requests import (
    Announcement,
    AnnouncementOf,
    TextToForward,
    Told,
    WouldReach,
)
from rules.announcing import WAIT_MS, Audience
from rules.country_calendar import CountryCalendar
from rules.results import Result, TooLate
from rules.secrecy import looks_secret
from rules.when_to_go import When
from storage import announced, announcement_audience, announcements, events
from storage.announcement_audience import Addressed, Office
from storage.announcements import Kept
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class _To:
    """Who a new announcement goes to, and how many of them can be told."""

    people: Mapping[str, str]
    reach: WouldReach


async def announce(tx: Transaction, order: Order) -> Result:
    """Keep an announcement, to go in two minutes."""
    command = order.command
    assert isinstance(command, commands.Announce)  # noqa: S101 - sorted by carry_out
    if not command.unit or looks_secret(command.words):
        return TooLate(None)
    form = order.form(command.programme)
    today = order.today().isoformat()
    office = Office(command.unit, form.programme.code, form.year, today)
    to = await announcement_audience.addressed(tx, office, command.audience)
    new = _new(order, command.dialog, form.programme.code, command.unit)
    new = replace(
        new, words=command.words, audience=_written(command.audience), rest=command.audience.rest
    )
    return await _kept(tx, order, new, await _people(tx, order, to))


async def correct(tx: Transaction, order: Order) -> Result:
    """Stop an announcement, and keep what sets it right for exactly those it reached."""
    command = order.command
    assert isinstance(command, commands.CorrectAnnouncement)  # noqa: S101 - sorted by carry_out
    wrong = await announcements.locked(tx, command.announcement)
    if wrong is None or looks_secret(command.words):
        return TooLate(None)
    before = await announcements.made_in(tx, command.dialog)
    if before is None and wrong.state == "open":
        await _stop(tx, order, wrong)
    reached = await announced.reached(tx, wrong.id)
    new = _new(order, command.dialog, wrong.programme, wrong.unit)
    new = replace(new, words=command.words, corrects=wrong.id)
    to = Addressed((), reached, {})
    return await _kept(tx, order, new, await _people(tx, order, to))


async def stop(tx: Transaction, order: Order) -> Result:
    """Let nothing more of an announcement go; say who had got it."""
    command = order.command
    assert isinstance(command, commands.StopAnnouncement)  # noqa: S101 - sorted by carry_out
    kept = await announcements.locked(tx, command.announcement)
    how = await _how_far(tx, order, command.announcement) if kept else None
    if kept is None or how is None:
        return TooLate(None)
    if not how.is_open:
        return results.AnnouncementStopped(how, again=True)
    await _stop(tx, order, kept)
    stopped = await _how_far(tx, order, kept.id)
    assert stopped is not None  # noqa: S101 - it was there
    return results.AnnouncementStopped(stopped)


async def remind_unread(tx: Transaction, order: Order) -> Result:
    """Have those who did not say that they know told once more; once a day at most."""
    command = order.command
    assert isinstance(command, commands.RemindUnread)  # noqa: S101 - sorted by carry_out
    kept = await announcements.locked(tx, command.announcement)
    how = await _how_far(tx, order, command.announcement) if kept else None
    if kept is None or how is None or kept.state == "stopped":
        return TooLate(None)
    count = len(how.unread)
    today = how.again_on == order.today()
    if today or not count:
        return results.UnreadReminded(kept.id, kept.words, 0, today=today)
    await announcements.once_more(tx, kept.id, now=order.now())
    await events.add(tx, [order.event("announce-again", kept.id, after=str(kept.again + 1))])
    return results.UnreadReminded(kept.id, kept.words, count)


async def read(tx: Transaction, order: Order) -> Result:
    """Keep that somebody says they know."""
    command = order.command
    assert isinstance(command, commands.ReadAnnouncement)  # noqa: S101 - sorted by carry_out
    told: Told | None = await order.fact(tx, TextToForward(command.announcement))
    if told is None:
        return TooLate(None)
    if await announced.read_by(tx, command.announcement, order.person.id, at=order.now()):
        await events.add(tx, [order.event("announce-read", command.announcement)])
    return results.AnnouncementRead(command.announcement, told.words, told.programme)


async def leave(_tx: Transaction, _order: Order) -> Result:
    """Change nothing."""
    return results.AnnouncementLeft()


async def _people(tx: Transaction, order: Order, to: Addressed) -> _To:
    reach = await announcement_audience.would_reach(tx, to, order.shell.plans, order.today())
    return _To(to.people, reach)


def _new(order: Order, dialog: str, programme: str, unit: str) -> Kept:
    """Return an announcement without words."""
    now = order.now()
    return Kept(
        id=order.shell.ids.next(),
        programme=programme,
        unit=unit,
        audience="{}",
        words="",
        corrects="",
        state="open",
        dialog=dialog,
        by_person=order.person.id,
        at=now,
        send_at=now + WAIT_MS,
    )


async def _kept(tx: Transaction, order: Order, new: Kept, to: _To) -> Result:
    """Keep it, or say what its dialog made before."""
    before = await announcements.made_in(tx, new.dialog)
    if before is None and not to.people:
        return results.NobodyToTell(new.corrects)
    if before is None and await announcements.add(tx, new, to.people):
        await events.add(tx, [order.event("announce", new.id, after=str(len(to.people)))])
        return _waits(order, new, len(to.people), to.reach.reached)
    before = before or await announcements.made_in(tx, new.dialog)
    assert before is not None  # noqa: S101 - it was in the way of this one
    people = await announcements.count_people(tx, before.id)
    return replace(_waits(order, before, people, people), again=True)


def _waits(order: Order, kept: Kept, people: int, reached: int) -> results.AnnouncementWaits:
    send_at = order.shell.clock.local(kept.send_at)
    return results.AnnouncementWaits(
        kept.id,
        kept.words,
        people,
        reached,
        send_at,
        _goes_at(send_at, order),
        corrects=bool(kept.corrects),
    )


def _goes_at(send_at: dt.datetime, order: Order) -> dt.datetime:
    """Return when what is to go then goes: nothing does in the quiet hours."""
    reminding = order.form().programme.reminding
    return When(send_at, reminding, CountryCalendar()).after_quiet(send_at)


async def _stop(tx: Transaction, order: Order, kept: Kept) -> None:
    now = order.now()
    await announcements.stopped(tx, kept.id, now=now)
    await announced.stop_rest(tx, kept.id, now=now)
    await events.add(tx, [order.event("announce-stop", kept.id)])


async def _how_far(tx: Transaction, order: Order, key: str) -> Announcement | None:
    found: Announcement | None = await order.fact(tx, AnnouncementOf(key))
    return found


def _written(audience: Audience) -> str:
    said = {name: getattr(audience, name) for name in Audience.__slots__}
    return orjson.dumps({name: what for name, what in said.items() if what}).decode()

"""Papers that come in: signed originals at the office, photos of forms in a chat."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.carry_out.order import Order, Told
from bot.carry_out.telling import tell
from conversations.on_paper import notices
from rules.paper_commands import ReceivePaper, SendForm, StrikePaper
from rules.paper_days import check_paper_day, moment_of
from rules.paper_results import FormSent, Noted, PaperReceived, PaperRefused, PaperStruck
from rules.person import Unit
from rules.refused import Refused
from rules.results import Result, TooLate
from rules.rounds import is_on_time
from rules.unit_requests import CardOf
from storage import events, humans
from storage import papers_noted as papers
from storage.database import Transaction
from storage.entry_people import office_people
from storage.papers_noted import Numbered, Paper, Register

ORIGINAL, STRUCK = "paper-original", "paper-strike"


async def receive(tx: Transaction, order: Order, told: list[Told]) -> Result:
    """Note that signed originals came in; whoever notes them second reads who was first."""
    command = order.command
    assert isinstance(command, ReceivePaper)  # noqa: S101 - sorted by carry_out
    try:
        check_paper_day(command.day, today=order.today(), year=command.round)
    except Refused as why:
        return PaperRefused(why)
    await papers.hold_unit(tx, command.unit)
    unit = await unit_of(tx, order, command.unit)
    noted = await _note(tx, order, command)
    if noted is None:
        return await _before(tx, order, command, unit)
    received = await _received(tx, order, command, unit, noted)
    if not noted:
        return received
    await events.add(tx, [order.event(ORIGINAL, one.id, after=one.day) for one in noted])
    board = order.form(command.programme).programme.office.board
    contacts = [one.person for one in await _officers(tx, order, command.unit)]
    await tell(tx, order, told, contacts, lambda _: notices.received(received, board, _))
    return received


async def _received(
    tx: Transaction, order: Order, command: ReceivePaper, unit: Unit, noted: tuple[Noted, ...]
) -> PaperReceived:
    entries = sum(one.number > 0 for one in noted)
    if entries or not noted:
        return PaperReceived(unit, entries, waiting=False, noted=noted)
    others = await papers.in_register(tx, _register(order, command), original=True)
    return PaperReceived(unit, 0, waiting=True, noted=noted, others=len(others))


async def _note(tx: Transaction, order: Order, command: ReceivePaper) -> tuple[Noted, ...] | None:
    """Note what is new of it; None where there is nothing new."""
    register = _register(order, command)
    bare = await papers.in_register(tx, register, original=False, entry=command.entry)
    if command.form and command.entry:
        return await _join(tx, order, command, bare)
    if bare:
        rows = _rows(order, command, bare)
        await papers.add(tx, rows)
        return tuple(
            Noted(row.id, entry.number, command.day) for row, entry in zip(rows, bare, strict=True)
        )
    if command.entry:
        return None
    photos = [paper for paper in await papers.waiting(tx, register) if not paper.original_day]
    if photos:
        keys = [paper.id for paper in photos]
        await papers.note_original(tx, keys, day=command.day, at=_moment(order, command.day))
        return tuple(Noted(key, 0, command.day) for key in keys)
    if any(paper.original_day == command.day for paper in await papers.originals_of(tx, register)):
        return None
    rows = _rows(order, command, [Numbered("", command.unit, 0)])
    await papers.add(tx, rows)
    return tuple(Noted(row.id, 0, command.day) for row in rows)


async def _join(
    tx: Transaction, order: Order, command: ReceivePaper, bare: Sequence[Numbered]
) -> tuple[Noted, ...] | None:
    """Let a form that waits be that of an entry; None where either is not there to be joined."""
    form = await papers.to_type_in(tx, command.form, _register(order, command))
    if not bare or form is None or form.entry:
        return None
    await papers.typed_in(tx, form.id, entry=command.entry)
    await events.add(tx, [order.event("paper-join", form.id, after=command.entry)])
    if not form.original_day:
        return ()
    return (Noted(form.id, bare[0].number, form.original_day),)


def _register(order: Order, command: ReceivePaper) -> Register:
    today = order.today().isoformat()
    return Register(command.unit, command.programme, command.round, today)


def _rows(order: Order, command: ReceivePaper, entries: Sequence[Numbered]) -> list[Paper]:
    """Return an original of each, all of one moment: a tick taken away takes all of them."""
    now = order.now()
    return [
        Paper(
            id=order.shell.ids.next(),
            unit=entry.unit,
            programme=command.programme,
            round=command.round,
            at=_moment(order, command.day),
            person=order.person.id,
            created_at=now,
            entry=entry.id,
            original_day=command.day,
        )
        for entry in entries
    ]


def _moment(order: Order, day: str) -> int:
    """Return when a paper of that day counts as sent, UTC milliseconds."""
    return int(moment_of(day, now=order.shell.clock.local(order.now())).timestamp() * 1000)


async def _before(tx: Transaction, order: Order, command: ReceivePaper, unit: Unit) -> Result:
    """Return who had noted that before, or that there is no such entry."""
    register = _register(order, command)
    have = await papers.in_register(tx, register, original=True, entry=command.entry)
    numbers = {entry.id: entry.number for entry in have}
    if command.entry and not have:
        return TooLate(await order.entry(tx, command.entry))
    known = [
        paper
        for paper in await papers.originals_of(tx, register)
        if (paper.entry in numbers if command.entry else paper.original_day == command.day)
    ]
    noted = [await _noted(tx, order, paper, numbers.get(paper.entry, 0)) for paper in known]
    waiting = not any(one.number for one in noted)
    return PaperReceived(unit, 0, waiting, tuple(noted), again=True)


async def _noted(tx: Transaction, order: Order, paper: Paper, number: int) -> Noted:
    noted = Noted(paper.id, number, paper.original_day)
    last = await events.last(tx, paper.id, [ORIGINAL, "type-in"])
    return replace(noted, by=last.name, at=_local(order, last.at)) if last else noted


def _local(order: Order, at: int) -> dt.datetime:
    return order.shell.clock.local(at)


async def strike(tx: Transaction, order: Order, told: list[Told]) -> Result:
    """Take back that a paper was noted; its unit's contacts are told, for they were told of it."""
    command = order.command
    assert isinstance(command, StrikePaper)  # noqa: S101 - sorted by carry_out
    key, programme = await papers.strike(tx, command.paper)
    if not key:
        last = await events.last(tx, command.paper, [STRUCK])
        return PaperStruck(None, last.name, _local(order, last.at)) if last else PaperStruck(None)
    unit = await unit_of(tx, order, key)
    await events.add(tx, [order.event(STRUCK, command.paper)])
    contacts = [one.person for one in await _officers(tx, order, key)]
    board = order.form(programme).programme.office.board
    await tell(tx, order, told, contacts, lambda _: notices.struck(unit, board, _))
    return PaperStruck(unit)


async def send_form(tx: Transaction, order: Order, told: list[Told]) -> Result:
    """Keep photos as a form sent when the first of them came; the office is told that it waits."""
    command = order.command
    assert isinstance(command, SendForm)  # noqa: S101 - sorted by carry_out
    unit = await unit_of(tx, order, command.unit)
    sent = await papers.with_photos(tx, command.photos, person=order.person.id)
    if sent is None:
        first = await papers.photos_came(tx, command.photos, person=order.person.id)
        sent = _form(order, command, at=min(order.at, first or order.at))
        given = await papers.give_photos(tx, command.photos, person=order.person.id, paper=sent.id)
        if not given:
            return TooLate(None)
        await papers.add(tx, [sent])
        await events.add(tx, [order.event("form", sent.id, after=command.unit)])
        await _tell_of_form(tx, order, told, sent, unit)
    programme, at = order.form(sent.programme).programme.of(unit.id), _local(order, sent.at)
    return FormSent(unit, is_on_time(programme, sent.round, at), at)


def _form(order: Order, command: SendForm, *, at: int) -> Paper:
    return Paper(
        id=order.shell.ids.next(),
        unit=command.unit,
        programme=command.programme,
        round=command.round,
        at=at,
        person=order.person.id,
        created_at=order.now(),
    )


async def _tell_of_form(
    tx: Transaction, order: Order, told: list[Told], sent: Paper, unit: Unit
) -> None:
    staff = await office_people(tx, unit.id, today=order.today().isoformat())
    name = order.person.name
    await tell(tx, order, told, staff, lambda _: notices.form_came(sent.id, name, unit, _))
    others = [one.person for one in await _officers(tx, order, unit.id) if one.person not in staff]
    board = order.form(sent.programme).programme.office.board
    await tell(tx, order, told, others, lambda _: notices.form_was_sent(name, unit, board, _))


async def _officers(tx: Transaction, order: Order, unit: str) -> list[humans.Officer]:
    return await humans.officers_of(tx, unit, today=order.today().isoformat())


async def unit_of(tx: Transaction, order: Order, unit: str) -> Unit:
    """Return a unit as it is called today, which whoever gave the order stands in or over."""
    if hat := order.person.membership(unit):
        return hat.unit
    card = await order.fact(tx, CardOf(unit))
    named: Unit = card.unit if card else Unit(unit, "")
    return named

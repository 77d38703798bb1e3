"""What came on paper is typed in by the office: the same register, the time of the paper."""

from dataclasses import replace

from bot.carry_out.new_entry import Sent, counter_of, new_row
from bot.carry_out.order import Order, Told
from bot.carry_out.telling import tell
from conversations.on_paper import notices
from rules.paper_commands import TypeInEntry
from rules.paper_days import check_paper_day, moment_of
from rules.paper_results import PaperRefused, TypedIn
from rules.refused import Refused
from rules.results import Result, TooLate
from rules.rounds import is_on_time
from storage import attachments, entries, events
from storage import papers_noted as papers
from storage.database import Transaction
from storage.entries import NewEntry
from storage.entry_people import own_people
from storage.papers_noted import Paper, Register


async def type_in(tx: Transaction, order: Order, told: list[Told]) -> Result:
    """Make an entry of a paper, unless its dialog or somebody else made it already."""
    command = _command(order)
    if made := (await entries.made_by(tx, [command.dialog])).get(command.dialog):
        return await _typed(tx, order, made.id, again=True)
    try:
        check_paper_day(command.received, today=order.today(), year=command.round)
    except Refused as why:
        return PaperRefused(why)
    form = await _form(tx, order)
    if command.form and (form is None or form.entry):
        return TooLate(await order.entry(tx, form.entry) if form else None)
    if _too_late(order, form):
        return PaperRefused(Refused("paper-too-late"))
    row = await _row(tx, order, form)
    await entries.add(tx, [row])
    await attachments.attach(tx, command.photos, person=order.person.id, entry=row.id)
    paper = await _note(tx, order, form, row)
    words = order.digest(command.boxes)
    typed = (order.event("type-in", row.id, after=words), order.event("type-in", paper))
    await events.add(tx, typed)
    return await _told(tx, order, told, await _typed(tx, order, row.id), form)


def _command(order: Order) -> TypeInEntry:
    assert isinstance(order.command, TypeInEntry)  # noqa: S101 - sorted by carry_out
    return order.command


async def _form(tx: Transaction, order: Order) -> Paper | None:
    command = _command(order)
    today = order.today().isoformat()
    register = Register(command.unit, command.programme, command.round, today)
    return await papers.to_type_in(tx, command.form, register) if command.form else None


async def _row(tx: Transaction, order: Order, form: Paper | None) -> NewEntry:
    """Return the entry, sent when its paper came: the signature on it stands for the unit."""
    command = _command(order)
    counter = counter_of(order, command)
    number = (await entries.take_numbers(tx, {counter: 1}))[counter]
    at, on_time = _came(order, form), _on_time(order, form)
    sent = Sent("confirmed", at, on_time=on_time, paper_day=command.received)
    return new_row(order, command, number=number, sent=sent)


def _came(order: Order, form: Paper | None) -> int:
    """Return when the paper counts as sent, UTC milliseconds."""
    return form.at if form else _moment(order)


def _on_time(order: Order, form: Paper | None) -> bool:
    command = _command(order)
    programme = order.form(command.programme).programme.of(command.unit)
    return is_on_time(programme, command.round, order.shell.clock.local(_came(order, form)))


def _too_late(order: Order, form: Paper | None) -> bool:
    refuses = order.form(_command(order).programme).programme.late == "refused"
    return refuses and not _on_time(order, form)


def _moment(order: Order) -> int:
    now = order.shell.clock.local(order.now())
    return int(moment_of(_command(order).received, now=now).timestamp() * 1000)


async def _note(tx: Transaction, order: Order, form: Paper | None, row: NewEntry) -> str:
    """Note what the entry was typed in from; return the paper's id."""
    if form:
        await papers.typed_in(tx, form.id, entry=row.id)
        return form.id
    paper = Paper(
        id=order.shell.ids.next(),
        unit=row.unit,
        programme=row.programme,
        round=row.round,
        at=row.created_at,
        person=order.person.id,
        created_at=order.now(),
        entry=row.id,
        original_day=row.paper_day,
    )
    await papers.add(tx, [paper])
    return paper.id


async def _typed(tx: Transaction, order: Order, key: str, *, again: bool = False) -> TypedIn:
    entry = await order.entry(tx, key)
    programme = order.form(entry.programme).programme.of(entry.unit.id)
    return TypedIn(entry, is_on_time(programme, entry.round, entry.received), again)


async def _told(
    tx: Transaction, order: Order, told: list[Told], typed: TypedIn, form: Paper | None
) -> TypedIn:
    """Tell the unit's contacts, and who sent the photo, that it is in the register."""
    sent = replace(typed.entry, typed_by=form.person if form else "")
    people = await own_people(tx, sent, today=order.today().isoformat())
    board = order.form(typed.entry.programme).programme.office.board
    await tell(tx, order, told, people, lambda _: notices.typed_in(typed, board, _))
    return typed

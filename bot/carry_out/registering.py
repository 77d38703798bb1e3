"""Registrations: numbers without gaps, one entry a dialog, the officer told."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bot.carry_out.new_entry import Sent, counter_of, new_row
from bot.carry_out.order import Order, Told, answers
from bot.carry_out.planning import keep_plans_of
from bot.carry_out.ways_back import receipt_code
from conversations.notices import to_confirm
from rules.commands import RegisterEntry
from rules.entry import Entry, State
from rules.requests import EntryOf, HumanFor, StandingOf
from rules.results import Registered
from rules.rounds import is_on_time
from storage import attachments, entries, events, humans
from storage.database import Transaction
from storage.entries import NewEntry
from storage.humans import Officer


async def register(tx: Transaction, orders: Sequence[Order], told: list[Told]) -> list[Registered]:
    """Make one entry of each order, unless its dialog made one already."""
    if not orders:
        return []
    made = await entries.made_by(tx, [_command(order).dialog for order in orders])
    fresh = [order for order in orders if _command(order).dialog not in made]
    rows = await _numbered(tx, fresh)
    await entries.add(tx, rows)
    await keep_plans_of(tx, fresh)
    await events.add(tx, [_event(order, row) for order, row in zip(fresh, rows, strict=True)])
    for order, row in zip(fresh, rows, strict=True):
        if _command(order).photos:
            photos = _command(order).photos
            await attachments.attach(tx, photos, person=order.person.id, entry=row.id)
    ids = {row.dialog: row.id for row in rows} | {dialog: old.id for dialog, old in made.items()}
    return await _receipts(tx, orders, ids, {row.id for row in rows}, told)


def _command(order: Order) -> RegisterEntry:
    assert isinstance(order.command, RegisterEntry)  # noqa: S101 - sorted by carry_out
    return order.command


async def _numbered(tx: Transaction, orders: Sequence[Order]) -> list[NewEntry]:
    counters = Counter(counter_of(order, _command(order)) for order in orders)
    if not counters:
        return []
    first = await entries.take_numbers(tx, counters)
    rows = []
    for order in orders:
        command = _command(order)
        number = first[counter_of(order, command)]
        first[counter_of(order, command)] += 1
        sent = Sent(_state(order), order.at, on_time=_on_time(order))
        rows.append(new_row(order, command, number=number, sent=sent))
    return rows


def _state(order: Order) -> State:
    """Return "confirmed" for who holds the confirming role in the unit: sending is confirming."""
    return "confirmed" if order.person.confirms(_command(order).unit) else "sent"


def _on_time(order: Order) -> bool:
    command = _command(order)
    programme = order.form(command.programme).programme.of(command.unit)
    return is_on_time(programme, command.round, order.shell.clock.local(order.at))


def _event(order: Order, row: NewEntry) -> events.Event:
    return order.event("register", row.id, after=order.digest(_command(order).boxes))


async def _receipts(
    tx: Transaction,
    orders: Sequence[Order],
    ids: dict[str, str],
    fresh: set[str],
    told: list[Told],
) -> list[Registered]:
    asked = []
    for order in orders:
        person, command = order.person.id, _command(order)
        asked += [
            (person, EntryOf(ids[command.dialog])),
            (person, StandingOf(command.unit, command.round, command.programme)),
            (person, HumanFor(command.unit)),
        ]
    found = await answers(tx, asked, orders[0].shell)
    receipts = []
    for n, order in enumerate(orders):
        entry, standing, human = found[3 * n : 3 * n + 3]
        receipt = Registered(entry, _on_time(order), standing, human, again=entry.id not in fresh)
        receipts.append(await _completed(tx, order, receipt, told))
    return receipts


async def _completed(
    tx: Transaction, order: Order, receipt: Registered, told: list[Told]
) -> Registered:
    """Return the receipt with who confirms and the way back; the confirming officer is told."""
    if receipt.again:
        return receipt
    if order.chat.channel == "web":
        receipt = replace(receipt, return_code=await receipt_code(tx, order))
    if receipt.entry.state == "confirmed":
        return receipt
    officer = await tell_officer(tx, order, receipt.entry, told)
    if officer is None:
        return receipt
    return replace(receipt, confirmer=officer.human, told=bool(officer.chats))


async def tell_officer(
    tx: Transaction, order: Order, entry: Entry, told: list[Told], *, again: bool = False
) -> Officer | None:
    """Tell the unit's officers that an entry waits for confirmation; `again`: it was changed.

    Return the first of those told, else the first, if there is any.
    """
    officers = await humans.officers_of(tx, entry.unit.id, today=order.today().isoformat())
    others = [one for one in officers if one.person != order.person.id]
    for officer in others:
        words = order.shell.language(officer.language)
        say = to_confirm(entry, order.person.name, words, again=again)
        told += [
            Told(chat, officer.person, say, (entry,), (order.person.id,))
            for chat in officer.chats[:1]
        ]
    return next((one for one in others if one.chats), next(iter(others), None))

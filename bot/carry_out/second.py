"""Whoever comes second changes nothing: they read who was first; who pressed twice, the same."""

from collections.abc import Callable

from bot.carry_out.order import Order
from rules.entry import Entry
from rules.life import Step
from rules.results import Result, TooLate
from storage import entries, entry_history, events
from storage.database import Transaction
from storage.entries import Change


def change_of(order: Order, entry: str, version: int) -> Change:
    """Return who wants to change which version of an entry now."""
    return Change(entry, version, order.person.id, order.now())


async def second(
    tx: Transaction, order: Order, key: str, *, did: tuple[str, str], again: Callable[..., Result]
) -> Result:
    """Return what was done with an entry before; `did` is the act that comes again, and its after.

    Where that is what was done last, by the same person, it is answered as it was then.
    """
    entry: Entry | None = await order.entry(tx, key)
    if entry is None:
        return TooLate(None)
    today = order.today().isoformat()
    last = await entry_history.last(tx, entry.id, reader=order.person.id, today=today)
    if last is None:
        return TooLate(entry)
    own = last.person == order.person.id
    if own and (last.act, last.after) == did:
        return again(entry)
    at = order.shell.clock.local(last.at)
    return TooLate(entry, "" if own else last.name, last.act, at, own)


async def take_step(
    tx: Transaction,
    order: Order,
    change: Change,
    step: Step,
    *,
    after: str,
    again: Callable[..., Result],
) -> Entry | Result:
    """Take an entry to its next state: the entry then, or what who comes second reads."""
    if not await entries.take_step(tx, change, step, today=order.today().isoformat()):
        return await second(tx, order, change.entry, did=(step, after), again=again)
    await events.add(tx, [order.event(step, change.entry, after=after)])
    entry: Entry | None = await order.entry(tx, change.entry)
    return entry or TooLate(None)

"""Whoever presses a button proves nothing by it: every order is looked at before it is done."""

from collections.abc import Sequence

from bot.carry_out.order import Order
from rules.permissions import COMMANDS, FREE, permits
from rules.results import Result, TooLate
from rules.subjects import subjects_of
from storage import events
from storage.database import Transaction
from storage.footing import footings


async def forbidden(tx: Transaction, orders: Sequence[Order]) -> list[bool]:
    """Return of each order whether who gave it may not do that to what it is about."""
    asked = [
        (n, (order.person.id, subject))
        for n, order in enumerate(orders)
        if not _surely_allowed(order)
        for subject in subjects_of(order.command)
    ]
    if not asked:
        return [False] * len(orders)
    today = orders[0].today().isoformat()
    found = await footings(tx, [one for _, one in asked], today=today)
    needs = [COMMANDS[type(order.command)] for order in orders]
    barred = {
        n for (n, _), footing in zip(asked, found, strict=True) if not permits(needs[n], footing)
    }
    return [n in barred for n, _ in enumerate(orders)]


def _surely_allowed(order: Order) -> bool:
    """Tell without looking anything up: it concerns nobody else, or a place just loaded."""
    need = COMMANDS[type(order.command)]
    (subject, *others) = subjects_of(order.command)
    at_home = need == "place" and subject.kind == "unit" and not others
    return need in FREE or (at_home and order.person.membership(subject.id) is not None)


async def turn_away(tx: Transaction, order: Order) -> Result:
    """Answer as if the thing were not there; that somebody tried is kept."""
    subject, name = subjects_of(order.command)[0], type(order.command).__name__
    entry = await order.entry(tx, subject.id) if subject.kind == "entry" else None
    # What was named comes from outside and may be anything; what was tried is ours.
    await events.add(tx, [order.event("forbidden", entry.id if entry else "", after=name)])
    return TooLate(entry)

"""Opening the desk: a link that works once, soon; and closing it everywhere."""

from bot.carry_out.order import Order
from bot.hashed import hash_of
from rules.office_results import DeskLocked, DeskOpen
from storage import desk, events
from storage.database import Transaction
from storage.desk import DeskKey

MINUTES = 10
CODES = 4  # that the key is made of, so that nobody can guess it


async def open_desk(tx: Transaction, order: Order) -> DeskOpen:
    """Make the link; of the key in it only a hash is kept."""
    key = "".join(order.shell.make_code() for _ in range(CODES))
    kept = DeskKey(hash_of(key), order.person.id, order.address)
    await desk.offer_key(tx, kept, until=order.now() + MINUTES * 60_000)
    await events.add(tx, [order.event("desk-link", order.person.id)])
    return DeskOpen(f"{order.shell.doors['web'].page}/ban/vao/{key}", MINUTES)


async def lock_desk(tx: Transaction, order: Order) -> DeskLocked:
    """End all sessions of whoever asks, and the links they have not used."""
    sessions = await desk.lock(tx, order.person.id, now=order.now())
    await events.add(tx, [order.event("desk-locked", order.person.id)])
    return DeskLocked(sessions)

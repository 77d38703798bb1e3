"""Ways back: codes by which people go on with their drafts elsewhere."""

from bot.carry_out.codes import key_of
from bot.carry_out.order import Order
from bot.clock import DAY_MS
from rules import results
from rules.codes import show_code
from storage import codes
from storage.codes import NewCode
from storage.database import Transaction

RECEIPT_DAYS = 400  # one that stands on a receipt: from one year's round to the next
LINK_DAYS = 1  # one that is typed elsewhere at once, as people are told


async def make_return_code(tx: Transaction, order: Order) -> results.Result:
    """Make a one-time code to go on elsewhere, the only one; that on the receipt stays good."""
    page = order.shell.doors[order.chat.channel].page
    soon = order.now() + 2 * LINK_DAYS * DAY_MS
    await codes.end_returns(tx, order.person.id, before=soon)
    return results.ReturnCode(await _way_back(tx, order, days=LINK_DAYS), page)


async def receipt_code(tx: Transaction, order: Order) -> str:
    """Return a new way back for the person, as people read it. Earlier ones end."""
    late = order.now() + 2 * RECEIPT_DAYS * DAY_MS
    await codes.end_returns(tx, order.person.id, before=late)
    return await _way_back(tx, order, days=RECEIPT_DAYS)


async def _way_back(tx: Transaction, order: Order, *, days: int) -> str:
    code = order.shell.make_code()
    new = NewCode(
        hash=key_of(code, order.shell),
        kind="return",
        uses_left=1,
        expires_at=order.now() + days * DAY_MS,
        created_at=order.now(),
        person=order.person.id,
        id=order.shell.ids.next(),
        made_by=order.person.id,
    )
    await codes.add(tx, [new])
    return show_code(code)

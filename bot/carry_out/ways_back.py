"""Ways back: codes by which people go on with their drafts elsewhere."""

from bot.carry_out.codes import key_of
from bot.carry_out.order import Order
from bot.clock import DAY_MS
from bot.shell import Shell
from bot.ways_in import Follower
from rules import results
from rules.codes import plain_code, show_code
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
    code = await _way_back(tx, order, days=LINK_DAYS)
    person = order.person.id
    who = Follower(person, here=order.chat.channel, person=person)
    led = await order.shell.leading.lead(tx, code, order.shell, who)
    return results.ReturnCode(code, f"{page}/vao/{plain_code(code)}", led.links)


async def receipt_code(tx: Transaction, order: Order) -> str:
    """Return a new way back for the person, as people read it. Earlier ones end."""
    late = order.now() + 2 * RECEIPT_DAYS * DAY_MS
    await codes.end_returns(tx, order.person.id, before=late)
    return await _way_back(tx, order, days=RECEIPT_DAYS)


async def _way_back(tx: Transaction, order: Order, *, days: int) -> str:
    until = order.now() + days * DAY_MS
    return await code_until(tx, order.person.id, order.shell, until=until)


async def code_until(tx: Transaction, person: str, shell: Shell, *, until: int) -> str:
    """Return one more way back for a person, as people read it; others stay good."""
    code = shell.make_code()
    new = NewCode(
        hash=key_of(code, shell),
        kind="return",
        uses_left=1,
        expires_at=until,
        created_at=shell.clock.now_ms(),
        person=person,
        id=shell.ids.next(),
        made_by=person,
    )
    await codes.add(tx, [new])
    return show_code(code)

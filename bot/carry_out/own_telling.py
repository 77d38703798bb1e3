"""A unit's other contacts, else the office, hear that one of them has had their data erased."""

from functools import partial

from bot.carry_out.order import Order, Told
from bot.carry_out.telling import tell
from conversations.own_notices import has_erased
from storage.database import Transaction
from storage.humans import officers_of, who_confirms


async def tell_of_erasure(tx: Transaction, order: Order, told: list[Told]) -> None:
    """Tell that a unit has lost a contact, without the name; they are forgotten by now."""
    for hat in order.person.memberships:
        if not hat.confirmed or hat.role != "officer":
            continue
        today, unit = order.today().isoformat(), hat.unit
        left = len(await officers_of(tx, unit.id, today=today))
        others = await who_confirms(tx, unit.id, today=today, but=order.person.id)
        await tell(tx, order, told, others, partial(has_erased, unit, left))

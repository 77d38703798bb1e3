"""What somebody sent whom the unit does not know belongs to no unit until the office has looked."""

from bot.carry_out.order import Order, Told
from bot.carry_out.telling import tell
from conversations import member_notices as notices
from rules.member import Member
from storage import events, humans, unplaced
from storage.database import Transaction


async def set_apart(tx: Transaction, order: Order, told: list[Told], member: Member) -> int:
    """Take out of the unit what was sent and not confirmed, tell the office; return how many."""
    apart, day = order.shell.ids.next(), order.today().isoformat()
    entries = await unplaced.set_apart(
        tx,
        unplaced.SetApart(
            person=member.person.id,
            unit=member.unit.id,
            apart=apart,
            place=order.shell.ids.next(),
            day=day,
            at=order.now(),
        ),
    )
    if not entries:
        return 0
    await events.add(tx, [order.event("set-apart", apart, before=member.unit.id)])
    name, unit = member.person.name, member.unit.name
    office = await humans.who_confirms(tx, apart, today=day)
    await tell(tx, order, told, office, lambda _: notices.set_apart(name, unit, entries, apart, _))
    return entries

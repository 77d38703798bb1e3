"""The contacts of a unit hear who came in by a code, once it is known what they are called."""

from bot.carry_out.order import Order, Told
from bot.carry_out.telling import tell
from conversations.notices import has_joined
from rules.person import Membership
from rules.results import CodeUsed, Consented, Introduced, Result
from storage import humans, people
from storage.database import Transaction


async def tell_of_newcomer(tx: Transaction, order: Order, result: Result, told: list[Told]) -> None:
    """Tell a unit's other officers of somebody whom a code has just let in."""
    place = _joined(result)
    if place is None or not place.confirmed:
        return
    today = order.today().isoformat()
    newcomer = (await people.acquainted(tx, [order.chat], today=today))[order.chat].person
    if not newcomer.name:  # asked next, and told then
        return
    officers = await humans.officers_of(tx, place.unit.id, today=today)
    others = [officer.person for officer in officers if officer.person != newcomer.id]
    await tell(tx, order, told, others, lambda _: has_joined(newcomer.name, place, _))


def _joined(result: Result) -> Membership | None:
    match result:
        case CodeUsed(joined=place, again=False) | Consented(joined=place):
            return place
        case Introduced(membership=place):
            return place
    return None

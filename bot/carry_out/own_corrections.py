"""What people correct of themselves, and who reads it hears of it."""

from functools import partial

from bot.carry_out import own_data
from bot.carry_out.order import Order, Told
from bot.carry_out.telling import tell
from conversations import member_notices as notices
from conversations.say import Say
from dialog.turn import Translate
from rules import results, rights, rights_results
from rules.person import Membership
from storage import humans
from storage.database import Transaction


async def correct(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Correct what is kept; the unit's other officers, else who stands above, are told."""
    command = order.command
    assert isinstance(command, rights.CorrectMyData)  # noqa: S101 - sorted by carry_out
    result = await own_data.correct(tx, order)
    if not isinstance(result, rights_results.DataCorrected):
        return result
    today = order.today().isoformat()
    for hat in _places(order, command):
        if _is_new(order, command, hat):
            me = order.person.id
            officers = await humans.who_confirms(tx, hat.unit.id, today=today, but=me)
            await tell(tx, order, told, officers, partial(_news, order, command, hat))
    return result


def _places(order: Order, command: rights.CorrectMyData) -> list[Membership]:
    """Return the places in which others read what was corrected; a phone number is one's own."""
    if command.what == "phone":
        return []
    named = command.membership if command.what == "position" else ""
    hats = (hat for hat in order.person.memberships if hat.confirmed)
    return [hat for hat in hats if named in {"", hat.id}]


def _is_new(order: Order, command: rights.CorrectMyData, hat: Membership) -> bool:
    return command.words != (order.person.name if command.what == "name" else hat.position)


def _news(order: Order, command: rights.CorrectMyData, hat: Membership, _: Translate) -> Say:
    if command.what == "name":
        return notices.renamed(order.person.name, command.words, hat, _)
    return notices.has_position(order.person.name, command.words, hat, _)

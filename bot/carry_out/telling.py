"""Others hear of what somebody did: each in their language, at the chat they used last."""

from collections.abc import Callable, Iterable

from bot.carry_out.order import Order, Told
from conversations.notices import done_with_entry
from conversations.say import Say
from dialog.turn import Translate
from rules import results
from storage import humans
from storage.database import Transaction

Saying = Callable[[Translate], Say]


async def tell(
    tx: Transaction, order: Order, told: list[Told], people: Iterable[str], saying: Saying
) -> int:
    """Tell people who can be reached, never who gave the order; return how many those are."""
    others = list(dict.fromkeys(person for person in people if person != order.person.id))
    known = await humans.with_chats(tx, others)
    reached = [known[person] for person in others if person in known and known[person].chats]
    told += [
        Told(one.chats[0], one.person, saying(order.shell.language(one.language)))
        for one in reached
    ]
    return len(reached)


async def tell_contacts(
    tx: Transaction, order: Order, result: results.Result, told: list[Told]
) -> None:
    """Tell the other contacts of a unit what was done with an entry of theirs."""
    if not isinstance(
        result, results.Registered | results.Corrected | results.Confirmed | results.Withdrawn
    ):
        return
    if result.again:
        return
    if isinstance(result, results.Registered | results.Corrected) and result.entry.state == "sent":
        return  # they have been asked to confirm it, which says as much
    entry, name = result.entry, order.person.name
    officers = await humans.officers_of(tx, entry.unit.id, today=order.today().isoformat())
    for officer in officers:
        if officer.chats and officer.person != order.person.id:
            say = done_with_entry(result, name, order.shell.language(officer.language))
            told.append(Told(officer.chats[0], officer.person, say))

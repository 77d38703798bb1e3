"""The contacts of units hear what becomes of them."""

from typing import Any, TypeAlias

from bot.carry_out.order import Order, Told
from conversations.organising.notices import NEWS, to_contacts
from rules.unit_results import UnitChanged
from storage.database import Transaction
from storage.humans import Officer, officers_of

Contacts: TypeAlias = dict[str, Officer]


async def contacts_of(tx: Transaction, order: Order) -> Contacts:
    """Return by person who stands for the units a command is about, as they are before it."""
    command: Any = order.command
    if not isinstance(command, NEWS):
        return {}
    more = [getattr(command, name, "") for name in ("into", "successor", "parent")]
    units = dict.fromkeys((command.unit, *getattr(command, "others", ()), *filter(None, more)))
    contacts: Contacts = {}
    for unit in units:
        for officer in await officers_of(tx, unit, today=order.today().isoformat()):
            contacts.setdefault(officer.person, officer)
    contacts.pop(order.person.id, None)
    return contacts


def tell(order: Order, changed: UnitChanged, contacts: Contacts, told: list[Told]) -> int:
    """Tell the contacts who have a chat; return how many those are."""
    reached = [officer for officer in contacts.values() if officer.chats]
    for officer in reached:
        say = to_contacts(changed, order.shell.language(officer.language))
        told.append(Told(officer.chats[0], officer.person, say))
    return len(reached)

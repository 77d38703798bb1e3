"""A phone number that Telegram itself vouches for may be that of a contact who is expected."""

from bot.carry_out.members import GONE
from bot.carry_out.order import Order
from rules import commands, member_commands, member_results, results
from rules.fold import fold
from storage import events, memberships, merging, people, phones
from storage.database import Transaction


async def keep_phone(tx: Transaction, order: Order) -> results.Result:
    """Keep the person's own phone number; ask if they are the contact who has it too."""
    command = order.command
    assert isinstance(command, commands.KeepPhone)  # noqa: S101 - sorted by carry_out
    await people.set_phone(tx, order.person.id, phone=command.phone)
    today = order.today().isoformat()
    expected = await phones.expected_at(tx, command.phone, today=today)
    name = order.person.name
    if expected is None or (name and fold(name) != fold(expected.name)):
        return results.PhoneKept(command.phone)
    await events.add(tx, [order.event("phone-match", expected.person)])
    return member_results.PhoneRecognised(
        command.phone, expected.person, expected.name, expected.unit
    )


async def become_contact(tx: Transaction, order: Order) -> results.Result:
    """Make whoever shared the number the contact it belongs to, with all that is theirs."""
    command = order.command
    assert isinstance(command, member_commands.BecomeContact)  # noqa: S101 - sorted by carry_out
    both = sorted((order.person.id, command.person))
    await people.lock(tx, both)  # of two at once the other one waits, and comes too late
    good = await phones.was_matched(
        tx, person=order.person.id, address=order.address, contact=command.person
    )
    if not good:
        return GONE
    await merging.merge(tx, kept=command.person, gone=order.person.id)
    await events.add(tx, [order.event("link", command.person)])
    places = await memberships.of_people(tx, [command.person], today=order.today().isoformat())
    home = next((hat for hat in places.get(command.person, ()) if hat.confirmed), None)
    return results.CodeUsed(home) if home else results.CodeUsed(linked=True)

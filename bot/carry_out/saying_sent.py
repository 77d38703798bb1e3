"""Paper that is said to be on its way: kept for the office, which finds it or does not."""

from bot.carry_out.order import Order, Told
from bot.carry_out.papers import unit_of
from bot.carry_out.telling import tell
from conversations.reminding import notices
from rules import reminding_commands
from rules.matters import Matter
from rules.person import Unit
from rules.reminding_results import SaidSent, SentSettled
from rules.results import Result
from storage import events, humans, reminder_choices, said_sent
from storage.database import Transaction

_HERE, _MISSING = "sent-here", "sent-missing"


async def say_sent(tx: Transaction, order: Order) -> Result:
    """Keep that a unit's paper is on its way; from then on it is not reminded."""
    command = order.command
    assert isinstance(command, reminding_commands.SaySent)  # noqa: S101 - sorted by carry_out
    unit = await unit_of(tx, order, command.unit)
    matter = Matter(command.stage, command.programme, command.round, unit.id)
    new = said_sent.SaidSent(
        order.shell.ids.next(),
        unit.id,
        command.programme,
        command.round,
        command.stage,
        order.person.id,
        order.now(),
    )
    kept = await said_sent.say(tx, new)
    await reminder_choices.answered(tx, [(order.person.id, matter.name)], at=order.now())
    if kept:
        await events.add(tx, [order.event("say-sent", new.id, after=matter.name)])
    return SaidSent(unit, again=not kept)


async def settle_sent(tx: Transaction, order: Order, told: list[Told]) -> Result:
    """Note whether the paper is here; whoever settles it second reads who was first."""
    command = order.command
    assert isinstance(command, reminding_commands.SettleSent)  # noqa: S101 - sorted by carry_out
    person, now, found = order.person.id, order.now(), command.found
    settled = await said_sent.settle(tx, command.sent, found=found, person=person, at=now)
    if settled is None:
        return await _before(tx, order, command.sent)
    unit = await unit_of(tx, order, settled.unit)
    matter = Matter(settled.stage, settled.programme, settled.round, settled.unit)
    event = order.event(_HERE if found else _MISSING, settled.id, after=matter.name)
    await events.add(tx, [event])
    await _tell(tx, order, told, unit, matter, found=found)
    return SentSettled(unit, found)


async def _tell(
    tx: Transaction, order: Order, told: list[Told], unit: Unit, matter: Matter, *, found: bool
) -> None:
    today = order.today().isoformat()
    contacts = [one.person for one in await humans.officers_of(tx, unit.id, today=today)]
    human = (await humans.human_for(tx, [unit.id], today=today))[unit.id]
    whom = human or await order.human(tx)
    if found:
        await tell(tx, order, told, contacts, lambda _: notices.found(unit, _))
    else:
        await tell(tx, order, told, contacts, lambda _: notices.not_found(matter, unit, whom, _))


async def _before(tx: Transaction, order: Order, key: str) -> Result:
    was = await said_sent.settled_as(tx, key)
    last = await events.last(tx, key, [_HERE, _MISSING])
    if was is None or last is None:
        return SentSettled(None, found=False)
    unit, state = was
    own = last.person == order.person.id
    return SentSettled(
        await unit_of(tx, order, unit),
        state == "here",
        "" if own else last.name,
        order.shell.clock.local(last.at),
        again=True,
    )

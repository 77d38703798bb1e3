"""Calls for help: they go to the staff member in charge, who says when they are done."""

from bot.carry_out.order import Order, Told
from bot.carry_out.telling import tell
from conversations.help_notices import asks_for_help
from rules import commands, results
from rules.office_commands import SettleHelp
from rules.office_requests import HelpAsked
from rules.office_results import HelpSettled
from rules.person import Unit
from storage import events, humans
from storage import help as help_
from storage.database import Transaction
from storage.help import HelpRequest
from storage.humans import Officer

SETTLED = "help-done"


async def ask_for_help(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Keep the words for the staff member in charge, who is told at once where they can be."""
    command = order.command
    assert isinstance(command, commands.AskForHelp)  # noqa: S101 - sorted by carry_out
    home = order.person.home()
    asked, helper = await called(tx, order, home.unit if home else None, command.words)
    await events.add(tx, [order.event("help", asked.id)])
    if helper is None:
        return results.HelpComing(await order.human(tx), told=False)
    await tell(tx, order, told, [helper.person], lambda _: asks_for_help(asked, _))
    human = helper.human if helper.human.phone else await order.human(tx)
    return results.HelpComing(human, told=True)


async def called(
    tx: Transaction, order: Order, unit: Unit | None, words: str
) -> tuple[HelpAsked, Officer | None]:
    """Keep words about a unit for who helps its people; return them, and who is to be told."""
    person, at, today = order.person, order.now(), order.today().isoformat()
    helper = await help_.who_helps(tx, unit.id if unit else "", today=today, but=person.id)
    asked = HelpAsked(
        id=order.shell.ids.next(),
        person=person.id,
        name=person.name,
        unit=unit.name if unit else "",
        phone=person.phone,
        words=words,
        at=order.shell.clock.local(at),
    )
    went_to = helper.person if helper else ""
    await help_.ask(tx, HelpRequest(asked.id, person.id, words, at, went_to))
    return asked, helper


async def settle_help(tx: Transaction, order: Order) -> results.Result:
    """Note that somebody was helped; who comes second reads who did it and when."""
    command = order.command
    assert isinstance(command, SettleHelp)  # noqa: S101 - sorted by carry_out
    if person := await help_.settle(tx, command.help):
        await events.add(tx, [order.event(SETTLED, command.help)])
        known = await humans.with_chats(tx, [person])
        return HelpSettled(known[person].human.name)
    last = await events.last(tx, command.help, [SETTLED])
    if last is None:
        return HelpSettled("")
    at = order.shell.clock.local(last.at)
    return HelpSettled("", "" if last.person == order.person.id else last.name, at)

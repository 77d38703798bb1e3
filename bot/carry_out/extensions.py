"""A unit that asks for more time: it goes to the office, with how the unit stands."""

from bot.carry_out.deadlines import unit_card
from bot.carry_out.helping import called
from bot.carry_out.order import Order, Told
from bot.carry_out.telling import tell
from conversations.extension_notices import asks_for_time
from rules.deadline_commands import AskExtension
from rules.deadline_results import ExtensionAsked
from rules.matters import Matter
from rules.requests import HumanFor, StandingOf
from rules.results import Result, TooLate
from rules.rounds import deadline
from storage import events, reminder_choices
from storage.database import Transaction


async def ask_extension(tx: Transaction, order: Order, told: list[Told]) -> Result:
    """Keep the wish among what waits for the office; who is in charge is told at once."""
    command = order.command
    assert isinstance(command, AskExtension)  # noqa: S101 - sorted by carry_out
    card = await unit_card(tx, order, command.unit)
    form = order.form(command.programme).of(command.unit)
    if card is None or not form.programme.has_deadline:
        return TooLate(None)
    asked, helper = await called(tx, order, card.unit, command.words)
    await events.add(tx, [order.event("extension-asked", asked.id, after=command.unit)])
    matter = Matter("register", form.programme.code, form.year, command.unit).name
    await reminder_choices.answered(tx, [(order.person.id, matter)], at=order.now())
    if helper:
        end = deadline(form.programme, "register", form.year, order.shell.clock.zone)
        owed = StandingOf(command.unit, form.year, form.programme.code)
        standing = await order.fact(tx, owed)
        saying = lambda _: asks_for_time(asked, card.unit, standing, end, _)  # noqa: E731 - one use
        await tell(tx, order, told, [helper.person], saying)
    human = helper.human if helper and helper.human.phone else None
    return ExtensionAsked(
        card.unit, human or await order.fact(tx, HumanFor(command.unit)), told=helper is not None
    )

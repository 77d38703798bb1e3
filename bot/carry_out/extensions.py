"""A unit that asks for more time: it goes to the office, with how the unit stands."""

from bot.carry_out.deadlines import unit_card
from bot.carry_out.order import Order, Told
from bot.carry_out.telling import tell
from conversations.extension_notices import asks_for_time
from rules.deadline_commands import AskExtension
from rules.deadline_results import ExtensionAsked
from rules.matters import Matter
from rules.office_requests import HelpAsked
from rules.requests import HumanFor, StandingOf
from rules.results import Result, TooLate
from rules.rounds import deadline
from storage import events, reminder_choices
from storage import help as help_
from storage.database import Transaction
from storage.help import HelpRequest


async def ask_extension(tx: Transaction, order: Order, told: list[Told]) -> Result:
    """Keep the wish among what waits for the office; who is in charge is told at once."""
    command = order.command
    assert isinstance(command, AskExtension)  # noqa: S101 - sorted by carry_out
    card = await unit_card(tx, order, command.unit)
    form = order.form(command.programme).of(command.unit)
    if card is None or not form.programme.has_deadline:
        return TooLate(None)
    today, key = order.today().isoformat(), order.shell.ids.next()
    helper = await help_.who_helps(tx, command.unit, today=today, but=order.person.id)
    to = helper.person if helper else ""
    await help_.ask(tx, HelpRequest(key, order.person.id, command.words, order.now(), to))
    await events.add(tx, [order.event("extension-asked", key, after=command.unit)])
    matter = Matter("register", form.programme.code, form.year, command.unit).name
    await reminder_choices.answered(tx, [(order.person.id, matter)], at=order.now())
    if helper:
        asked = _asked(order, key, card.unit.name)
        end = deadline(form.programme, "register", form.year, order.shell.clock.zone)
        owed = StandingOf(command.unit, form.year, form.programme.code)
        standing = await order.fact(tx, owed)
        saying = lambda _: asks_for_time(asked, card.unit, standing, end, _)  # noqa: E731 - one use
        await tell(tx, order, told, [to], saying)
    human = helper.human if helper and helper.human.phone else None
    return ExtensionAsked(
        card.unit, human or await order.fact(tx, HumanFor(command.unit)), told=helper is not None
    )


def _asked(order: Order, key: str, unit: str) -> HelpAsked:
    command = order.command
    assert isinstance(command, AskExtension)  # noqa: S101 - sorted by carry_out
    return HelpAsked(
        id=key,
        person=order.person.id,
        name=order.person.name,
        unit=unit,
        phone=order.person.phone,
        words=command.words,
        at=order.shell.clock.local(order.now()),
    )

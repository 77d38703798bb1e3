"""Plans of units for models launched from above."""

from collections.abc import Sequence

from bot.carry_out.launching import launched_model
from bot.carry_out.order import Order
from rules import adoption_commands, adoption_results
from rules.adopting import SOURCE
from rules.commands import RegisterEntry
from rules.results import Result, TooLate
from rules.unit_requests import CardOf
from storage import events, plans
from storage.database import Transaction
from storage.plans import Plan


async def keep_plan(tx: Transaction, order: Order) -> Result:
    """Keep a unit's plan for a model that is asked of it, in place of the one there was."""
    command = order.command
    assert isinstance(command, adoption_commands.KeepPlan)  # noqa: S101 - sorted by carry_out
    card = await order.fact(tx, CardOf(command.unit))
    model = launched_model(order, command.programme, command.model)
    if card is None or model is None:
        return TooLate(None)
    if model not in order.form(command.programme).programme.launched_for(card.unit.type):
        return TooLate(None)
    where = (command.unit, command.programme, command.round, command.model)
    plan = Plan(*where, command.words, order.person.id, order.now())
    before = await plans.keep(tx, plan)
    if before != command.words:
        await events.add(tx, [_event(order, plan, before=before)])
    return adoption_results.PlanKept(card.unit, model.name, command.words)


async def keep_plans_of(tx: Transaction, orders: Sequence[Order]) -> None:
    """Keep the plans that were written with registrations, of units that have none yet."""
    new = [plan for order in orders if (plan := _written_with(order))]
    await plans.keep_first(tx, new)


def _written_with(order: Order) -> Plan | None:
    """Return the plan that somebody who belongs to the unit wrote with a registration."""
    command = order.command
    assert isinstance(command, RegisterEntry)  # noqa: S101 - only such come here
    hat = order.person.membership(command.unit)
    if not command.plan or not command.source.startswith(SOURCE) or not (hat and hat.confirmed):
        return None
    model = command.source.removeprefix(SOURCE)
    where = (command.unit, command.programme, command.round, model)
    return Plan(*where, command.plan, order.person.id, order.now())


def _event(order: Order, plan: Plan, *, before: str) -> events.Event:
    old = order.digest({plan.model: before}) if before else ""
    return order.event("plan", plan.unit, before=old, after=order.digest({plan.model: plan.words}))

"""The office reminds its units by hand: kept once, told by the planner."""

from bot.carry_out.order import Order
from rules.reminding_commands import Nudge
from rules.reminding_requests import NudgeOf, NudgePlan
from rules.reminding_results import Nudged
from rules.results import Result
from storage import events, nudges
from storage.database import Transaction


async def nudge(tx: Transaction, order: Order) -> Result:
    """Keep that all that are short are to be reminded; whoever comes second reads who did it."""
    command = order.command
    assert isinstance(command, Nudge)  # noqa: S101 - sorted by carry_out
    asked = NudgeOf(command.unit, command.programme, command.round)
    plan: NudgePlan = await order.fact(tx, asked)
    new = nudges.Nudge(
        order.shell.ids.next(),
        command.unit,
        command.programme,
        command.round,
        command.after,
        order.person.id,
        order.now(),
    )
    if not plan.people or not await nudges.nudge(tx, new):
        last = plan.last
        own = await _is_own(tx, order, command)
        return Nudged(0, 0, "" if own else last.by, last.at, own=own)
    await events.add(tx, [order.event("nudge", new.id, after=command.unit)])
    return Nudged(plan.reached, plan.people)


async def _is_own(tx: Transaction, order: Order, command: Nudge) -> bool:
    last = await nudges.last_nudge(
        tx, command.unit, programme=command.programme, year=command.round
    )
    return last is not None and last[0].by_person == order.person.id

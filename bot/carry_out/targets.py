"""Targets of a programme that the office marks by hand."""

from bot.carry_out.order import Order
from rules import adoption_commands, adoption_results
from rules.results import Result, TooLate
from storage import events, targets_met
from storage.database import Transaction
from storage.leading import leads
from storage.targets_met import Mark


async def mark_target(tx: Transaction, order: Order) -> Result:
    """Mark a target as met, or take that back; one that is counted cannot be marked."""
    command = order.command
    assert isinstance(command, adoption_commands.MarkTarget)  # noqa: S101 - sorted by carry_out
    programme = order.form(command.programme).programme
    known = {target.code: target for target in programme.targets if not target.measure}
    target = known.get(command.target) if programme.code == command.programme else None
    today = order.today().isoformat()
    if target is None or not command.unit or not await leads(tx, command.unit, today=today):
        return TooLate(None)
    if await _changed(tx, order, command):
        act = "target-met" if command.met else "target-open"
        subject = f"{command.programme}/{command.round}/{command.target}"
        await events.add(tx, [order.event(act, subject)])
    return adoption_results.TargetMarked(target.label, command.met)


async def _changed(tx: Transaction, order: Order, asked: adoption_commands.MarkTarget) -> bool:
    where = (asked.programme, asked.round, asked.target)
    if asked.met:
        return await targets_met.mark(tx, Mark(*where, order.person.id, order.now()))
    return await targets_met.unmark(tx, *where)

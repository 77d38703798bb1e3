"""The office called a unit: what came of it is noted."""

from bot.carry_out.order import Order
from rules import office_commands, office_results
from rules.person import Unit
from rules.results import Result, TooLate
from rules.unit_requests import CardOf
from storage import calls, events
from storage.database import Transaction


async def note_call(tx: Transaction, order: Order) -> Result:
    """Note a call to a unit."""
    command = order.command
    assert isinstance(command, office_commands.NoteCall)  # noqa: S101 - sorted by carry_out
    unit = await _unit(tx, order, command.unit)
    if unit is None:
        return TooLate(None)
    call = calls.Call(
        order.shell.ids.next(),
        command.unit,
        command.programme,
        command.round,
        command.words,
        order.person.id,
        order.now(),
    )
    if await calls.note_call(tx, call):
        await events.add(tx, [order.event("call", command.unit, after=call.id)])
    return office_results.CallNoted(unit, command.words)


async def _unit(tx: Transaction, order: Order, key: str) -> Unit | None:
    """Return the unit; none where it is not named: a role somewhere is none over everything."""
    card = await order.fact(tx, CardOf(key)) if key else None
    return card.unit if card else None

"""Units that people typed and nobody knows: the office says which they are, or takes them in."""

from functools import partial

from bot.carry_out.members import GONE
from bot.carry_out.order import Order, Told
from bot.carry_out.telling import tell
from conversations import member_notices as notices
from rules import member_commands, member_results, results
from rules.member import AskedUnit
from rules.member_requests import AskedUnitOf
from rules.person import Unit
from storage import asked_units, events, humans, members, membership_changes
from storage.database import Transaction


async def identify(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Give what a typed unit has to the one it is; its people wait for that unit's officer."""
    command = order.command
    assert isinstance(command, member_commands.IdentifyUnit)  # noqa: S101 - sorted by carry_out
    asked = await _asked(tx, order, command.asked)
    known = await members.named_today(tx, command.unit, today=order.today().isoformat())
    if asked is None or known is None:
        return GONE
    waiting = await membership_changes.waiting(tx, command.asked)
    if not await asked_units.identify(tx, command.asked, command.unit):
        return GONE
    await events.add(tx, [order.event("unit-identify", command.asked, after=command.unit)])
    await _tell(tx, order, told, waiting, known)
    return member_results.UnitSettled(asked.unit.name, known, asked.entries, new=False)


async def admit(tx: Transaction, order: Order, told: list[Told]) -> results.Result:
    """Make a typed unit one of ours, of a type that may stand there."""
    command = order.command
    assert isinstance(command, member_commands.AdmitUnit)  # noqa: S101 - sorted by carry_out
    today = order.today().isoformat()
    asked = await _asked(tx, order, command.asked)
    parent = await members.named_today(tx, command.unit, today=today)
    if asked is None or parent is None:
        return GONE
    programme = order.form().programme
    types = [code for code, _ in programme.unit_types]
    fitting = [code for code in types if programme.may_stand_under(code, parent.type)] or types
    if command.type not in fitting:
        return GONE
    done = await asked_units.admit(
        tx, command.asked, parent=command.unit, type_=command.type, day=today
    )
    if not done:
        return GONE
    await events.add(tx, [order.event("unit-admit", command.asked, after=command.unit)])
    waiting = await membership_changes.waiting(tx, command.asked)
    unit = Unit(asked.unit.id, asked.unit.name, command.type)
    await _tell(tx, order, told, waiting, unit)
    return member_results.UnitSettled(asked.unit.name, unit, asked.entries, new=True)


async def _asked(tx: Transaction, order: Order, unit: str) -> AskedUnit | None:
    found: AskedUnit | None = await order.fact(tx, AskedUnitOf(unit))
    return found


async def _tell(
    tx: Transaction, order: Order, told: list[Told], people: list[str], unit: Unit
) -> None:
    """Tell those who wait in it which unit it is, and its officers that they do."""
    await tell(tx, order, told, people, lambda _: notices.unit_is(unit.name, _))
    today = order.today().isoformat()
    confirming = await humans.who_confirms(tx, unit.id, today=today)
    for place in await membership_changes.asked_places(tx, unit.id, people):
        asks = partial(notices.asks, place.name, unit.name, place.membership)
        await tell(tx, order, told, confirming, asks)

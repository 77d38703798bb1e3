"""Changes to the organisation: looked at by the rules, written, told to whom they concern."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from bot.carry_out import unit_ends, unit_terms
from bot.carry_out.order import Order, Told
from bot.carry_out.unit_order import Done, Units, gather
from bot.carry_out.unit_telling import Contacts, contacts_of, tell
from rules import unit_commands
from rules.refused import Refused
from rules.unit_card import UnitCard
from rules.unit_commands import LeaveUnitAsIs, UnitChange
from rules.unit_requests import CardOf
from rules.unit_results import UnitAsIs, UnitChanged, UnitRefused, UnitResult
from storage import events
from storage.database import Transaction

Act: TypeAlias = Callable[[Transaction, Order, Units], Awaitable[Done]]
CHANGES: Mapping[type, Act] = {
    unit_commands.RenameUnit: unit_terms.rename,
    unit_commands.RetypeUnit: unit_terms.retype,
    unit_commands.MoveUnit: unit_terms.move,
    unit_commands.MergeUnits: unit_ends.merge,
    unit_commands.SplitUnit: unit_ends.split,
    unit_commands.EndUnit: unit_ends.end,
    unit_commands.AddUnit: unit_terms.add,
    unit_commands.PutInCharge: unit_terms.put_in_charge,
    unit_commands.CountMembers: unit_terms.count_members,
    unit_commands.ExemptUnit: unit_terms.exempt,
    unit_commands.LiftExemption: unit_terms.lift_exemption,
}


async def change_unit(tx: Transaction, order: Order, told: list[Told]) -> UnitResult:
    """Change a unit as the command says, or say why that cannot be; its contacts are told."""
    command = order.command
    assert isinstance(command, UnitChange)  # noqa: S101 - sorted by carry_out
    try:
        units = await gather(tx, order)
        contacts = await contacts_of(tx, order)
        done = await CHANGES[type(command)](tx, order, units)
    except Refused as why:  # the rules are asked before anything is written
        return UnitRefused(why, await _card(tx, order, command.unit))
    await events.add(tx, [order.event(*row[:2], after=row[2]) for row in done.events])
    return await _changed(tx, order, done, contacts, told)


async def _changed(
    tx: Transaction, order: Order, done: Done, contacts: Contacts, told: list[Told]
) -> UnitResult:
    command = order.command
    assert isinstance(command, UnitChange)  # noqa: S101 - sorted by carry_out
    # Of a unit that begins later only what it comes of can be seen yet.
    card = await _card(tx, order, done.shown) or await _card(tx, order, command.unit)
    changed = UnitChanged(command, card, before=done.before, others=done.others)
    return replace(changed, told=tell(order, changed, contacts, told))


async def leave_unit_as_is(tx: Transaction, order: Order) -> UnitResult:
    """Change nothing, and say how the unit stands."""
    command = order.command
    assert isinstance(command, LeaveUnitAsIs)  # noqa: S101 - sorted by carry_out
    return UnitAsIs(await _card(tx, order, command.unit), looked=command.looked)


async def _card(tx: Transaction, order: Order, unit: str) -> UnitCard | None:
    card: UnitCard | None = await order.fact(tx, CardOf(unit))
    return card

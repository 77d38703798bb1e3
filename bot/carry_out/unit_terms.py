"""A unit goes on, on other terms: name, type, place in the tree, staff, members, exemption."""

from dataclasses import replace

from bot.carry_out.order import Order
from bot.carry_out.unit_order import Done, Units, plain
from rules import unit_changes, unit_commands
from rules.person import Unit
from rules.refused import Refused
from rules.unit_card import Exemption
from rules.unit_requests import StaffOver
from storage import exemptions, units
from storage import unit_changes as written
from storage.database import Transaction
from storage.exemptions import NewExemption
from storage.unit_states import unit_states
from storage.units import NewUnit


async def rename(tx: Transaction, order: Order, found: Units) -> Done:
    """Call a unit otherwise."""
    command = order.command
    assert isinstance(command, unit_commands.RenameUnit)  # noqa: S101 - sorted by organisation
    unit = found[command.unit]
    unit_changes.check_day(unit, command.day)
    if command.name == unit.name:
        raise Refused("nothing-new", unit=unit.name)
    unit_changes.check_name(command.name, unit.beside)
    await written.rename(tx, unit.id, name=command.name, day=command.day)
    return Done(unit.id, unit.name, (("unit-rename", unit.id, command.day),))


async def retype(tx: Transaction, order: Order, found: Units) -> Done:
    """Make a unit one of another type."""
    command = order.command
    assert isinstance(command, unit_commands.RetypeUnit)  # noqa: S101 - sorted by organisation
    unit, day = found[command.unit], order.today().isoformat()
    unit_changes.check_there(unit, max(day, unit.first))
    if command.type == unit.type or command.type not in dict(order.form().programme.unit_types):
        raise Refused("nothing-new", unit=unit.name)
    await _check_type(tx, order, unit, command.type)
    await written.retype(tx, unit.id, type_=command.type)
    return Done(unit.id, unit.name, (("unit-retype", unit.id, command.type),))


async def _check_type(
    tx: Transaction, order: Order, unit: unit_changes.UnitState, type_: str
) -> None:
    """Let pass a type that fits between what is above the unit and what is below it."""
    programme = order.form().programme
    above = await unit_states(tx, [unit.parent], day=order.today().isoformat())
    for parent in above.values():
        unit_changes.check_type(programme, unit.name, type_, parent)
    for child in unit.below:
        unit_changes.check_type(programme, child.name, child.type, replace(unit, type=type_))


async def move(tx: Transaction, order: Order, found: Units) -> Done:
    """Put a unit under another one."""
    command = order.command
    assert isinstance(command, unit_commands.MoveUnit)  # noqa: S101 - sorted by organisation
    unit, parent = found[command.unit], found[command.parent]
    unit_changes.check_day(unit, command.day)
    if unit.parent == parent.id:
        raise Refused("nothing-new", unit=unit.name)
    unit_changes.check_parent(order.form().programme, unit, parent, day=command.day)
    unit_changes.check_name(unit.name, parent.below)
    await written.move(tx, unit.id, parent=parent.id, day=command.day)
    return Done(unit.id, unit.name, (("unit-move", unit.id, parent.id),), (plain(parent),))


async def add(tx: Transaction, order: Order, found: Units) -> Done:
    """Add a unit below another one."""
    command = order.command
    assert isinstance(command, unit_commands.AddUnit)  # noqa: S101 - sorted by organisation
    parent = found[command.unit]
    unit_changes.check_there(parent, command.day)
    unit_changes.check_type(order.form().programme, command.name, command.type, parent)
    unit_changes.check_name(command.name, parent.below)
    row = NewUnit(
        id=order.shell.ids.next(),
        name=command.name,
        from_day=command.day,
        created_at=order.now(),
        type=command.type,
        place=command.place,
        parent=parent.id,
    )
    await units.add_units(tx, [row])
    return Done(row.id, "", (("unit-add", row.id, parent.id),), (plain(parent),))


async def put_in_charge(tx: Transaction, order: Order, found: Units) -> Done:
    """Let somebody of the office be in charge of a unit from today on."""
    command = order.command
    assert isinstance(command, unit_commands.PutInCharge)  # noqa: S101 - sorted by organisation
    unit, day = found[command.unit], order.today().isoformat()
    unit_changes.check_there(unit, max(day, unit.first))
    staff = {one.id: one for one in await order.fact(tx, StaffOver(unit.id))}
    if command.person not in staff:
        raise Refused("not-of-the-office")
    await written.put_in_charge(tx, unit.id, person=command.person, day=day)
    told = (Unit(command.person, staff[command.person].name),)
    return Done(unit.id, unit.name, (("unit-in-charge", unit.id, command.person),), told)


async def count_members(tx: Transaction, order: Order, found: Units) -> Done:
    """Keep how many belong to a unit."""
    command = order.command
    assert isinstance(command, unit_commands.CountMembers)  # noqa: S101 - sorted by organisation
    unit = found[command.unit]
    unit_changes.check_there(unit, max(order.today().isoformat(), unit.first))
    await written.count_members(tx, unit.id, members=command.members, about=command.about)
    return Done(unit.id, unit.name, (("unit-members", unit.id, str(command.members)),))


async def exempt(tx: Transaction, order: Order, found: Units) -> Done:
    """Let a unit owe nothing in a round."""
    command = order.command
    assert isinstance(command, unit_commands.ExemptUnit)  # noqa: S101 - sorted by organisation
    unit, day = found[command.unit], order.today().isoformat()
    unit_changes.check_there(unit, max(day, unit.first))
    given = Exemption(command.programme, command.round, command.reason)
    await exemptions.exempt(tx, NewExemption(unit.id, given, day, order.person.id))
    return Done(unit.id, unit.name, (("unit-exempt", unit.id, str(command.round)),))


async def lift_exemption(tx: Transaction, order: Order, found: Units) -> Done:
    """Let a unit owe what the others owe again."""
    command = order.command
    assert isinstance(command, unit_commands.LiftExemption)  # noqa: S101 - sorted by organisation
    unit = found[command.unit]
    lifted = await exemptions.lift(tx, unit.id, programme=command.programme, round_=command.round)
    if not lifted:
        raise Refused("nothing-new", unit=unit.name)
    return Done(unit.id, unit.name, (("unit-exempt-no-more", unit.id, str(command.round)),))

"""A unit is no more: it is merged with others, becomes several, or simply ends."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.carry_out.order import Order
from bot.carry_out.unit_order import Done, Units, plain
from rules import unit_changes, unit_commands
from rules.fold import fold
from rules.members import About
from rules.refused import Refused
from rules.roles import rank
from rules.unit_changes import UnitState
from storage import unit_changes as written
from storage import units
from storage.database import Transaction
from storage.scope import roles_over
from storage.unit_endings import Ending, end_units, holds_last_admin, strongest_there
from storage.units import NewUnit


async def merge(tx: Transaction, order: Order, found: Units) -> Done:
    """Make several units one, which is there or new."""
    command = order.command
    assert isinstance(command, unit_commands.MergeUnits)  # noqa: S101 - sorted by organisation
    first, day = found[command.unit], command.day
    together = [found[key] for key in dict.fromkeys((command.unit, *command.others))]
    ending = [unit for unit in together if unit.id != command.into]
    heir = found[command.into] if command.into else _child(order, first, command.name, day)
    _check_merger(order, command, ending, heir)
    await _check_roles(tx, order, ending, day)
    if not command.into:
        away = [unit.id for unit in ending]
        unit_changes.check_name(command.name, first.beside, own=away)
        await units.add_units(tx, [_row(order, heir)])
    members, about = unit_changes.members_together([*ending, *([heir] if command.into else [])])
    await end_units(tx, _ending(order, ending, [heir], day))
    await written.count_members(tx, heir.id, members=members, about=about)
    done = tuple(("unit-merge", unit.id, heir.id) for unit in ending)
    return Done(heir.id, first.name, done, tuple(map(plain, together)))


def _check_merger(
    order: Order, command: unit_commands.MergeUnits, ending: Sequence[UnitState], heir: UnitState
) -> None:
    """Let pass several units, each of which may become part of the heir."""
    if len(ending) + bool(command.into) < 2:  # noqa: PLR2004 - one alone is no merger
        raise Refused("nothing-new", unit=heir.name)
    unit_changes.check_there(heir, command.day)
    for unit in ending:
        unit_changes.check_last_day(unit, command.day)
        unit_changes.check_heirs(order.form().programme, unit, [heir])


async def split(tx: Transaction, order: Order, found: Units) -> Done:
    """Make several new units of one."""
    command = order.command
    assert isinstance(command, unit_commands.SplitUnit)  # noqa: S101 - sorted by organisation
    unit = found[command.unit]
    unit_changes.check_last_day(unit, command.day)
    if len({fold(name) for name in command.names}) < max(2, len(command.names)):
        raise Refused("name-taken", unit=command.names[0] if command.names else unit.name)
    heirs = [_child(order, unit, name, command.day) for name in command.names]
    unit_changes.check_heirs(order.form().programme, unit, heirs)
    for heir in heirs:
        unit_changes.check_name(heir.name, unit.beside)
    await _check_admin(tx, unit, command.day)
    await units.add_units(tx, [_row(order, heir) for heir in heirs])
    await end_units(tx, _ending(order, [unit], heirs, command.day))
    done = tuple(("unit-split", unit.id, heir.id) for heir in heirs)
    return Done(unit.id, unit.name, done, tuple(map(plain, heirs)))


async def end(tx: Transaction, order: Order, found: Units) -> Done:
    """End a unit; another one takes over, or nobody does."""
    command = order.command
    assert isinstance(command, unit_commands.EndUnit)  # noqa: S101 - sorted by organisation
    unit = found[command.unit]
    unit_changes.check_last_day(unit, command.day)
    heirs = [found[command.successor]] if command.successor else []
    for heir in heirs:
        unit_changes.check_there(heir, command.day)
    unit_changes.check_heirs(order.form().programme, unit, heirs)
    if heirs:
        await _check_roles(tx, order, [unit], command.day)
    else:
        await _check_admin(tx, unit, command.day)
    await end_units(tx, _ending(order, [unit], heirs, command.day))
    if heirs and unit.members:
        members, about = unit_changes.members_together([unit, *heirs])
        await written.count_members(tx, heirs[0].id, members=members, about=about)
    done = (("unit-end", unit.id, command.successor),)
    return Done(unit.id, unit.name, done, tuple(map(plain, heirs)))


async def _check_roles(
    tx: Transaction, order: Order, ending: Sequence[UnitState], day: str
) -> None:
    """Let pass units in which nobody holds more than who ends them: roles go on in the heir."""
    keys = [unit.id for unit in ending]
    today = order.today().isoformat()
    own = await roles_over(tx, [(order.person.id, key) for key in keys], today=today)
    there = await strongest_there(tx, keys, day=day)
    if any(rank(role) < rank(there) for role in own):
        raise Refused("stronger-there", unit=ending[0].name)


async def _check_admin(tx: Transaction, unit: UnitState, day: str) -> None:
    if await holds_last_admin(tx, unit.id, day=day):
        raise Refused("last-admin-there", unit=unit.name)


def _child(order: Order, like: UnitState, name: str, day: str) -> UnitState:
    """Return a new unit in the place of another one."""
    return replace(
        like,
        id=order.shell.ids.next(),
        name=name,
        first=day,
        changed=day,
        below=(),
        members=0,
        about=About.EXACT,
    )


def _row(order: Order, unit: UnitState) -> NewUnit:
    return NewUnit(
        id=unit.id,
        name=unit.name,
        from_day=unit.first,
        created_at=order.now(),
        type=unit.type,
        place=unit.place,
        parent=unit.parent,
    )


def _ending(
    order: Order, ending: Sequence[UnitState], heirs: Sequence[UnitState], day: str
) -> Ending:
    midnight = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(), order.shell.clock.zone)
    return Ending(
        units=tuple(unit.id for unit in ending),
        heirs=tuple(heir.id for heir in heirs),
        day=day,
        moment=int(midnight.timestamp() * 1000),
        new_id=order.shell.ids.next,
    )

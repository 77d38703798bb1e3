"""What a change to the organisation has to go by: the units it touches, held fast."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.carry_out.order import Order
from rules.person import Unit
from rules.refused import Refused
from rules.unit_changes import UnitState
from storage.database import Transaction
from storage.unit_states import unit_states

Units: TypeAlias = Mapping[str, UnitState]
_NAMED = ("parent", "into", "successor")  # fields of commands that name one more unit


@dataclass(frozen=True, slots=True)
class Done:
    """A change as it was written.

    shown   the id of the unit to look at now
    before  what the unit was called
    others  the other units concerned
    events  act, subject and what is so now, each an id or a word of ours
    """

    shown: str
    before: str
    events: tuple[tuple[str, str, str], ...]
    others: tuple[Unit, ...] = ()


async def gather(tx: Transaction, order: Order) -> Units:
    """Return the units a command names; Refused "no-such-unit" for one not in the list (yet)."""
    command: Any = order.command
    more = [getattr(command, name, "") for name in _NAMED]
    named = [command.unit, *filter(None, more), *getattr(command, "others", ())]
    today = order.today().isoformat()
    units = await unit_states(tx, named, day=getattr(command, "day", today))
    if len(units) < len(set(named)):
        raise Refused("no-such-unit")
    return units


def plain(unit: UnitState) -> Unit:
    """Return a unit as people are told of it."""
    return Unit(unit.id, unit.name, unit.type, unit.place)

"""The conversations about units, by the name a draft is stored under."""

from collections.abc import Mapping

from conversations.organising.add import add
from conversations.organising.end import end
from conversations.organising.exempt import exempt
from conversations.organising.find_unit import find_unit
from conversations.organising.headcount import headcount
from conversations.organising.in_charge import in_charge
from conversations.organising.merge import merge
from conversations.organising.move import move
from conversations.organising.rename import rename
from conversations.organising.retype import retype
from conversations.organising.split import split
from dialog.turn import Script

ORGANISING: Mapping[str, Script] = {
    "rename": rename,
    "retype": retype,
    "move": move,
    "merge": merge,
    "split": split,
    "end": end,
    "add-unit": add,
    "in-charge": in_charge,
    "headcount": headcount,
    "exempt": exempt,
    "find-unit": find_unit,
}

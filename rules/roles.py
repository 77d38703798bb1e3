"""Roles, and which of them is more."""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from rules.person import Role

# The role somebody holds over a unit; "" for none.
Held: TypeAlias = Role | Literal[""]

_RANKS: Mapping[Held, int] = {"": -1, "member": 0, "officer": 1, "office": 2, "admin": 3}


def rank(role: Held) -> int:
    """Return where a role stands among the others; a stronger one is higher."""
    return _RANKS[role]


def holds(role: Held, need: Role) -> bool:
    """Return whether a role over a unit is at least the one needed."""
    return _RANKS[role] >= _RANKS[need]


def strongest(roles: Iterable[Held]) -> Held:
    """Return the strongest of the roles held over a unit, "" when there are none."""
    return max(roles, key=_RANKS.__getitem__, default="")

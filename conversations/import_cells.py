"""A cell of a table as people read it: codes as the words they stand for."""

from conversations.levels import say_level
from conversations.membership.naming import say_role
from conversations.moments import short_day
from conversations.organising.changes import say_members
from conversations.situation import Translate
from conversations.states import say_state
from rules.entry import State
from rules.importing.columns import Kind
from rules.members import read_members
from rules.person import Role
from rules.phones import say_phone
from rules.programme import Programme
from rules.ratings import LEVELS

_DAYS = {"since", "received"}
_LONGEST = 60  # characters of a cell that are shown
_ROLES: tuple[Role, ...] = ("member", "officer", "office", "admin")
_STATES: tuple[State, ...] = (
    "sent", "confirmed", "accepted", "recognised", "returned", "withdrawn",
)  # fmt: skip


def say_cell(kind: Kind, key: str, cell: str, *, programme: Programme, _: Translate) -> str:
    """Return what is in the column `key`, which an import has made a code of, in words."""
    words: dict[tuple[str, str], dict[str, str]] = {
        ("units", "type"): dict(programme.unit_types),
        ("contacts", "role"): {role: say_role(role, _) for role in _ROLES},
        ("entries", "kind"): {each.code: each.label for each in programme.kinds},
        ("entries", "field"): {each.code: each.label for each in programme.fields},
        ("entries", "state"): {state: say_state(state, _) for state in _STATES},
        ("ratings", "rating"): {level: say_level(level, _) for level in LEVELS},
    }
    if key in _DAYS and cell:
        return short_day(cell)
    if key == "phone" and cell:
        return say_phone(cell)
    if key == "members" and cell.startswith(("~", ">")):
        members, about = read_members(cell)
        return say_members(members, _, about=about)
    said = words.get((kind, key), {}).get(cell, cell)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"

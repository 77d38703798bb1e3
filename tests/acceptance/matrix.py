"""A tree of units with somebody in each role at home, and one of everything in each unit."""

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from rules.commands import Command
from rules.permissions import COMMANDS, REQUESTS, Need
from rules.subjects import subjects_of
from storage import entries, files, memberships, people, units
from storage.chats import Chat
from storage.database import Transaction
from storage.files import File
from storage.memberships import Joining
from storage.people import Newcomer
from storage.units import NewUnit
from tests.registered import registered_in

LONG_AGO, YESTERDAY = "2020-01-01", "2027-03-15"
ROLES = ("stranger", "asked", "ended", "member", "officer", "office", "admin")
RELATIONS = {"own": "home", "below": "below", "above": "above", "sibling": "beside"}
RANKS = {"": -1, "member": 0, "officer": 1, "office": 2, "admin": 3}
PARENTS = {"above": "", "home": "above", "beside": "above", "below": "home"}


def canary(unit: str) -> str:
    """Return a word that occurs in everything of a unit and nowhere else."""
    return f"kanari{unit}"


async def settle_in(tx: Transaction) -> None:
    """Make the units, what is in them, and who has which role at home."""
    rows = [
        NewUnit(
            unit, f"Chi bộ {canary(unit)}", LONG_AGO, 1, "chi_bo", f"bản {canary(unit)}", "", up
        )
        for unit, up in PARENTS.items()
    ]
    await units.add_units(tx, rows)
    for number, unit in enumerate(PARENTS, start=1):
        await _fill(tx, unit, number)
    for role in ROLES:
        await _place(tx, role)


async def _fill(tx: Transaction, unit: str, number: int) -> None:
    """Let a unit have a person, their entry, their file."""
    who, word = f"of-{unit}", canary(unit)
    await _greet(tx, who)
    await people.name_person(tx, who, name=f"Đồng chí {word}")
    await people.set_phone(tx, who, phone=f"+8491200000{number}")
    place = Joining(f"m-{unit}", who, unit, LONG_AGO, f"Chức {word}", "officer", True)
    await memberships.join(tx, [place])
    (entry,) = registered_in(unit, 2027, first=number)
    said: dict[str, Any] = {
        "name": f"Mô hình {word}",
        "address": word,
        "content": f"Nội dung {word}",
    }
    own: dict[str, Any] = {
        "id": f"e-{unit}",
        "typed_by": who,
        "dialog": f"d-{unit}",
        "state": "sent",
    }
    await entries.add(tx, [dataclasses.replace(entry, **said, **own)])
    chat = Chat("web", "", who)
    await files.want(tx, File(f"f-{unit}", who, "out", "template", word, chat, 1, 2**50))


async def _place(tx: Transaction, role: str) -> None:
    await _greet(tx, role)
    await people.name_person(tx, role, name=f"Người {role}")
    if role == "stranger":
        return
    held = "officer" if role == "ended" else "member" if role == "asked" else role
    joining = Joining(f"m-{role}", role, "home", LONG_AGO, "", held, role != "asked")  # type: ignore[arg-type] # one of the roles
    await memberships.join(tx, [joining])
    if role == "ended":
        await tx.run(
            "UPDATE memberships SET to_day = :day WHERE id = 'm-ended'", {"day": YESTERDAY}
        )


async def _greet(tx: Transaction, person: str) -> None:
    new = Newcomer(Chat("web", "", person), f"a-{person}", person)
    await people.greet(tx, [new], at=1, language="vi")


def commands_about(unit: str) -> Iterator[Any]:
    """Yield one command of each kind there is, about what that unit has."""
    yield from (_made(kind, unit) for kind in get_args(Command))


def requests_about(unit: str) -> Iterator[Any]:
    """Yield one request of each kind there is, about what that unit has."""
    yield from (_made(kind, unit) for kind in REQUESTS)


def _made(kind: type, unit: str) -> Any:
    """Return a command or request with ids of the unit where it names something."""
    named = {
        "unit": unit,
        "entry": f"e-{unit}",
        "membership": f"m-{unit}",
        "file": f"f-{unit}",
        "person": f"of-{unit}",
        "key": f"e-{unit}",
        "dialog": f"d-{unit}",
        "words": canary(unit),
        "keys": (f"ee-{unit}", f"u{unit}", f"pof-{unit}"),
        "successor": unit,
        "into": unit,
        "parent": unit,
        "others": (unit,),
        "round": 2027,
    }
    hints = typing.get_type_hints(kind)
    fields = [field for field in dataclasses.fields(kind) if field.name in named or _needed(field)]
    return kind(**{f.name: named.get(f.name, _any(hints[f.name])) for f in fields})


def _needed(field: "dataclasses.Field[Any]") -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _any(hint: Any) -> Any:
    """Return some value of a type."""
    origin = get_origin(hint)
    if origin is typing.Literal:
        return get_args(hint)[0]
    if origin in {typing.Union, types.UnionType}:
        return _any(get_args(hint)[0])
    if origin is tuple:
        return ()
    if origin in {dict, Mapping}:
        return {}
    return {str: "x", int: 1, bool: False}.get(hint)


def is_allowed(asked: Any, role: str, relation: str) -> bool:
    """Return what the declaration says of somebody with that role at home, of a unit so related.

    Nothing here asks the code that enforces it.
    """
    need: Need = {**COMMANDS, **REQUESTS}[type(asked)]
    kind = subjects_of(asked)[0].kind
    confirmed = role if role in RANKS else ""
    strong = RANKS[confirmed] >= RANKS["officer"]
    over = confirmed if relation == "own" or (relation == "below" and strong) else ""
    if need in {"anyone", "self"}:
        return True
    if kind == "":
        return need in {"place", "reader", "author"} or RANKS[confirmed] >= RANKS[need]
    if kind == "file":  # another's file is nobody's business, whatever they are
        over = ""
    if need == "place":
        return RANKS[over] >= RANKS["officer"] or (relation == "own" and role in {"asked", *RANKS})
    least = {"reader": "member", "author": "officer"}.get(need, need)
    return RANKS[over] >= RANKS[least]

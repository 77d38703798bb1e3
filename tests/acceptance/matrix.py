"""A tree of units with somebody in each role at home, and one of everything in each unit."""

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from typing import Any, get_args, get_origin

from rules.commands import Command
from rules.permissions import REQUESTS
from rules.person import Role
from storage import (
    announcements,
    codes,
    corrections,
    entries,
    files,
    memberships,
    people,
    plans,
    ratings,
    said_sent,
    units,
)
from storage import help as help_
from storage.announcements import Kept
from storage.chats import Chat
from storage.codes import NewCode
from storage.database import Transaction
from storage.files import File
from storage.help import HelpRequest
from storage.memberships import Joining
from storage.people import Newcomer
from storage.plans import Plan
from storage.ratings import Rating
from storage.units import NewUnit
from tests.acceptance.met import plan_meeting
from tests.acceptance.needs import NEEDS
from tests.registered import registered_in

LONG_AGO, YESTERDAY = "2020-01-01", "2027-03-15"
UNTIL = 2_000_000_000_000  # in UTC milliseconds
ROLES = ("stranger", "asked", "ended", "member", "officer", "office", "admin")
# The canary of a unit is its id: a word that occurs in everything it has and nowhere else.
HOME, BELOW, ABOVE, BESIDE = "kanarihome", "kanaribelow", "kanariabove", "kanaribeside"
TYPED = "kanarityped"  # by whoever belongs to it; nobody knows it
RELATIONS = {"own": HOME, "below": BELOW, "above": ABOVE, "sibling": BESIDE, "typed": TYPED}
MIXED = {relation: (unit, unit) for relation, unit in RELATIONS.items()} | {"mixed": (HOME, BESIDE)}
RANKS = {"": -1, "member": 0, "officer": 1, "office": 2, "admin": 3}
PARENTS = {ABOVE: "", HOME: ABOVE, BESIDE: ABOVE, BELOW: HOME}
KINDS = (
    *("unit", "entry", "membership", "file", "person"),
    *("correction", "paper", "summary", "help", "meeting", "series", "announcement", "sent"),
)
OTHERS = ("into", "parent", "successor", "others")


async def settle_in(tx: Transaction) -> None:
    """Make the units, what is in them, and who has which role at home."""
    rows = [
        NewUnit(unit, f"Chi bộ {unit}", LONG_AGO, 1, "chi_bo", f"bản {unit}", "", up)
        for unit, up in PARENTS.items()
    ]
    typed = NewUnit(TYPED, f"Tổ {TYPED}", LONG_AGO, 1, state="asked")
    await units.add_units(tx, [*rows, typed])
    for number, unit in enumerate((*PARENTS, TYPED), start=1):
        await _fill(tx, unit, number)
    for unit in PARENTS:
        await _staff(tx, unit)
    for role in ROLES:
        await _place(tx, role)
    await _place_twice(tx)


async def _fill(tx: Transaction, unit: str, number: int) -> None:
    """Let a unit have a person, who only waits in a typed one, and what they have."""
    who, word, known = f"of-{unit}", unit, unit != TYPED
    await _greet(tx, who)
    await people.name_person(tx, who, name=f"Đồng chí {word}")
    await people.set_phone(tx, who, phone=f"+8491200000{number}")
    role: Role = "officer" if known else "member"
    place = Joining(f"m-{unit}", who, unit, LONG_AGO, f"Chức {word}", role, known)
    await memberships.join(tx, [place])
    await codes.add(tx, [NewCode(f"c-{unit}", "unit", 1, UNTIL, 1, unit, "member", person=who)])
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
    plan = Plan(unit, "x", 2027, unit, f"Kế hoạch {word}", who, 1)
    await plans.keep_first(tx, [plan])
    await ratings.keep(tx, [Rating(unit, 1, "good", who, 1)])
    await _write(tx, unit, who)


async def _write(tx: Transaction, unit: str, who: str) -> None:
    """Let a unit have a correction asked for, a form, a table taken, a call for help."""
    said = {"name": f"Tên {unit}"}
    await corrections.ask(tx, corrections.Asked(f"o-{unit}", f"e-{unit}", 1, said, who, 1))
    await tx.run(
        """INSERT INTO papers (id, unit, programme, round, entry, at, original_day, person, state,
                               version, created_at) VALUES :rows""",
        {"rows": [(f"p-{unit}", unit, "can-tho-khoi", 2027, "", 1, "", who, "here", 1, 1)]},
    )
    await tx.run(
        """INSERT INTO summaries (id, person, unit, programme, round, at, content)
           VALUES :rows""",
        {"rows": [(f"s-{unit}", who, unit, "can-tho-khoi", 2027, 1, "")]},
    )
    await help_.ask(tx, HelpRequest(f"h-{unit}", who, f"giúp {unit}", 1))
    sent = (f"ss-{unit}", unit, "can-tho-khoi", 2027, "register", who, 1)
    await said_sent.say(tx, said_sent.SaidSent(*sent))
    await plan_meeting(tx, unit, who, key=unit, word=unit)
    await _announce(tx, unit, who)


async def _announce(tx: Transaction, unit: str, who: str) -> None:
    """Let a unit have announced something, which nobody has been told yet."""
    kept = Kept(
        id=f"a-{unit}",
        programme="can-tho-khoi",
        unit=unit,
        audience="{}",
        words=f"Về việc {unit}.",
        corrects="",
        state="open",
        dialog=f"da-{unit}",
        by_person=who,
        at=1,
        send_at=UNTIL,
    )
    await announcements.add(tx, kept, {who: unit})


async def _staff(tx: Transaction, unit: str) -> None:
    """Let a unit have an office."""
    who = f"staff-{unit}"
    await _greet(tx, who)
    await people.name_person(tx, who, name=f"Chuyên viên {unit}")
    place = Joining(f"s-{unit}", who, unit, LONG_AGO, f"Chức {unit}", "office", True)
    await memberships.join(tx, [place])


async def _place_twice(tx: Transaction) -> None:
    """Let somebody of home have a place beside it, too."""
    await _greet(tx, "both")
    await people.name_person(tx, "both", name="Người hai nơi")
    home = Joining("b-home", "both", HOME, LONG_AGO, "", "officer", True)
    beside = Joining("b-beside", "both", BESIDE, LONG_AGO, f"Chức {BESIDE}", "officer", True)
    await memberships.join(tx, [home, beside])


async def _place(tx: Transaction, role: str) -> None:
    await _greet(tx, role)
    await people.name_person(tx, role, name=f"Người {role}")
    if role == "stranger":
        return
    held = "officer" if role == "ended" else "member" if role == "asked" else role
    joining = Joining(f"m-{role}", role, HOME, LONG_AGO, "", held, role != "asked")  # type: ignore[arg-type] # one of the roles
    await memberships.join(tx, [joining])
    if role == "ended":
        await tx.run(
            "UPDATE memberships SET to_day = :day WHERE id = 'm-ended'", {"day": YESTERDAY}
        )


async def _greet(tx: Transaction, person: str) -> None:
    new = Newcomer(Chat("web", "", person), f"a-{person}", person)
    await people.greet(tx, [new], at=1, language="vi")


def commands_about(unit: str, other: str) -> Iterator[Any]:
    """Yield one command of each kind there is, about what a unit has, and another unit with it."""
    yield from (_made(kind, unit, other) for kind in get_args(Command))


def requests_about(unit: str) -> Iterator[Any]:
    """Yield one request of each kind there is, about what that unit has."""
    yield from (_made(kind, unit, unit) for kind in REQUESTS)


def _made(kind: type, unit: str, other: str) -> Any:
    """Return a command or request with ids of the units where it names something."""
    named = {
        "unit": unit,
        "entry": f"e-{unit}",
        "membership": f"m-{unit}",
        "file": f"f-{unit}",
        "person": f"of-{unit}",
        "correction": f"o-{unit}",
        "paper": f"p-{unit}",
        "summary": f"s-{unit}",
        "help": f"h-{unit}",
        "sent": f"ss-{unit}",
        "announcement": f"a-{unit}",
        "meeting": f"mt-{unit}",
        "series": f"ms-{unit}",
        "key": f"e-{unit}",
        "dialog": f"d-{unit}",
        "words": unit,
        "keys": (f"ee-{unit}", f"u{unit}", f"pof-{unit}"),
        "asked": TYPED,
        "successor": other,
        "into": other,
        "parent": other,
        "others": (other,),
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
    """Return whether somebody with that role at home may do that to what is so related to it.

    Nothing here asks the code that enforces it, nor what that code reads.
    """
    if relation == "mixed":  # what is theirs, together with what is beside it
        both = ("own", "sibling") if about_others(asked) else ("own",)
        return all(is_allowed(asked, role, one) for one in both)
    need, kind = NEEDS[type(asked).__name__], kind_of(asked)
    confirmed = role if role in RANKS else ""
    if need in {"anyone", "self"}:
        return True
    if kind == "":
        return need in {"place", "reader", "author"} or RANKS[confirmed] >= RANKS[need]
    over = confirmed if kind != "file" and reads(role, relation, kind) else ""
    if need == "place":
        return RANKS[over] >= RANKS["officer"] or (relation == "own" and role in {"asked", *RANKS})
    least = {"reader": "member", "author": "officer"}.get(need, need)
    return RANKS[over] >= RANKS[least]


def reads(role: str, relation: str, kind: str = "unit") -> bool:
    """Return whether somebody with that role at home sees into a unit so related, in plain words.

    Of a unit nobody knows an office sees what it is called and who waits in it, nothing else.
    """
    rank = RANKS.get(role, -1)
    if relation == "typed":
        return rank >= RANKS["office"] and kind in {"unit", "membership", "help"}
    if relation == "below":
        return rank >= RANKS["officer"]
    return relation == "own" and rank >= RANKS["member"]


def kind_of(asked: Any) -> str:
    """Return what a command or request names: the first of these fields it has."""
    return next((kind for kind in KINDS if isinstance(getattr(asked, kind, None), str)), "")


def about_others(asked: Any) -> bool:
    """Return whether it names other units beside its own."""
    return any(field.name in OTHERS for field in dataclasses.fields(asked))

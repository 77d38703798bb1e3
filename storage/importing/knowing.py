"""Loads what an import compares its rows with."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from rules.importing.columns import Kind
from rules.importing.known import (
    Called,
    Known,
    KnownEntry,
    KnownPerson,
    KnownPlace,
    KnownRating,
    KnownUnit,
)
from rules.members import About
from rules.roles import Held, strongest
from storage.database import Row, Transaction
from storage.importing.by import By
from storage.scope import UNITS_SEEN
from storage.units import topmost

_OFFICES = ("office", "admin")


async def known_for(tx: Transaction, kind: Kind, by: By, *, rounds: Collection[int]) -> Known:
    """Return what there is; people of all units for contacts, of offices only for units."""
    above = await _offices(tx, by) if by.person else await topmost(tx, today=by.today)
    people: tuple[KnownPerson, ...] = ()
    entries: tuple[KnownEntry, ...] = ()
    ratings: tuple[KnownRating, ...] = ()
    if kind == "entries":
        entries = await _entries(tx, by, rounds)
    elif kind == "ratings":
        ratings = await _ratings(tx, rounds)
    else:
        people = await _people(tx, by, roles=_OFFICES if kind == "units" else ())
    held = await _held_over(tx, by) if by.person else None
    return Known(
        units=await _units(tx, by, held=held, ended=kind in {"entries", "ratings"}),
        people=people,
        entries=entries,
        ratings=ratings,
        under=above[0] if len(above) == 1 else "",
        bot=by.bot,
        everything=held is None,
    )


async def _offices(tx: Transaction, by: By) -> list[str]:
    found = await tx.rows(
        """SELECT DISTINCT unit FROM memberships
           WHERE person = :person AND state = 'confirmed' AND role IN :roles
             AND from_day <= :today AND (to_day = '' OR :today < to_day)""",
        {"person": by.person, "roles": _OFFICES, "today": by.today},
    )
    return [unit for (unit,) in found]


async def _held_over(tx: Transaction, by: By) -> dict[str, Held]:
    """Return the units over which whoever imports holds a role, and the strongest of each."""
    found = await tx.rows(
        f"WITH RECURSIVE {UNITS_SEEN} SELECT unit, role FROM below",  # noqa: S608 - ours
        {"people": [by.person], "today": by.today},
    )
    held: dict[str, Held] = {}
    for unit, role in found:
        held[unit] = strongest((held.get(unit, ""), role))
    return held


async def _units(
    tx: Transaction, by: By, *, held: Mapping[str, Held] | None, ended: bool
) -> tuple[KnownUnit, ...]:
    rows = await tx.rows(
        """SELECT id, key, type, place, members, members_about FROM units
           WHERE state = 'known' ORDER BY id"""
    )
    called = await _called(tx)
    parents = await _held(tx, "unit_parents", "parent", by)
    staff = await _held(tx, "unit_humans", "person", by)
    units = []
    for id_, key, type_, place, members, about in rows:
        names = tuple(called.get(id_, ()))
        now = next((name for name in names if name.holds_on(by.today)), None)
        if now or ended:
            unit = KnownUnit(
                id=id_,
                name=now.name if now else "",
                key=key,
                short=now.short if now else "",
                type=type_,
                parent=parents.get(id_, ""),
                place=place,
                members=members,
                about=About(about),
                staff=staff.get(id_, ""),
                held="admin" if held is None else held.get(id_, ""),
                called=names,
            )
            units.append(unit)
    return tuple(units)


async def _called(tx: Transaction) -> dict[str, list[Called]]:
    called: dict[str, list[Called]] = defaultdict(list)
    found = await tx.rows(
        "SELECT unit, name, short_name, from_day, to_day FROM unit_names ORDER BY unit, from_day"
    )
    for unit, *name in found:
        called[unit].append(Called(*name))
    return called


async def _held(tx: Transaction, table: str, what: str, by: By) -> dict[str, str]:
    """Return by unit what a table of periods holds today."""
    found = await tx.rows(
        f"""SELECT unit, {what} FROM {table}
            WHERE from_day <= :today AND (to_day = '' OR :today < to_day)""",  # noqa: S608 - ours
        {"today": by.today},
    )
    return dict(found)


async def _people(tx: Transaction, by: By, *, roles: Collection[str]) -> tuple[KnownPerson, ...]:
    """Return everybody, or only those with such a role; places that begin later count too."""
    rows = await tx.rows(
        """SELECT id, name, phone FROM people
           WHERE merged_into = '' AND erased_at = 0 ORDER BY id"""
    )
    places: dict[str, list[KnownPlace]] = defaultdict(list)
    for person, id_, unit, position, role, state, since in await tx.rows(
        """SELECT person, id, unit, position, role, state, from_day FROM memberships
           WHERE to_day = '' OR :today < to_day ORDER BY from_day, id""",
        {"today": by.today},
    ):
        place = KnownPlace(id_, unit, position, role, state == "confirmed", since)
        places[person].append(place)
    chats: dict[str, list[str]] = defaultdict(list)
    written: set[str] = set()
    for person, channel, bot, chat in await tx.rows(
        "SELECT person, channel, bot, chat FROM addresses ORDER BY id"
    ):
        written.add(person)
        if channel == "telegram" and bot == by.bot:
            chats[person].append(chat)
    everybody = (
        _person(row, places[row[0]], chats[row[0]], written=row[0] in written) for row in rows
    )
    return tuple(p for p in everybody if not roles or _holds_any(p, roles))


def _person(row: Row, places: list[KnownPlace], chats: list[str], *, written: bool) -> KnownPerson:
    trusted = not written or any(place.confirmed for place in places)
    id_, name, phone = row
    return KnownPerson(id_, name, phone, tuple(places), tuple(chats), trusted)


def _holds_any(person: KnownPerson, roles: Collection[str]) -> bool:
    return any(place.confirmed and place.role in roles for place in person.places)


async def _entries(tx: Transaction, by: By, rounds: Collection[int]) -> tuple[KnownEntry, ...]:
    found = await tx.rows(
        """SELECT id, round, unit, name, kind, address, field, content, state, person, created_at
           FROM entries WHERE programme = :programme AND round IN :rounds ORDER BY id""",
        {"programme": by.programme.code, "rounds": sorted(rounds)},
    )
    return tuple(KnownEntry(*(*row[:-1], by.day_of(row[-1]))) for row in found)


async def _ratings(tx: Transaction, years: Collection[int]) -> tuple[KnownRating, ...]:
    found = await tx.rows(
        "SELECT unit, year, rating FROM ratings WHERE year IN :years ORDER BY unit, year",
        {"years": sorted(years)},
    )
    return tuple(KnownRating(*row) for row in found)

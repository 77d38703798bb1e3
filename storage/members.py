"""The people of units, each reader only those they may see."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rules.member import Member, Roster
from rules.person import Membership, Person, Role, Unit
from rules.roles import Held, holds
from rules.subjects import Subject
from storage.database import Row, Transaction
from storage.footing import footings
from storage.memberships import SINCE
from storage.scope import UNITS_SEEN

_MOST_WAITING = 20
_PLACES = f"""
SELECT m.id, m.position, m.role, m.state, {SINCE}, u.id, n.name, u.type, u.place,
       p.id, p.name, p.phone, p.language
FROM memberships m JOIN people p ON p.id = m.person JOIN units u ON u.id = m.unit
JOIN unit_names n ON n.unit = u.id
WHERE m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)
  AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)"""  # noqa: S608 - written here
_ORDER: dict[Role, int] = {"officer": 0, "office": 1, "admin": 1, "member": 2}


async def roster(tx: Transaction, reader: str, unit: str, *, today: str) -> Roster | None:
    """Return the people of a unit: to its members its officers, to officers everybody."""
    mine = (await _held(tx, reader, [unit], today=today))[unit]
    named = await named_today(tx, unit, today=today)
    if not mine or named is None:
        return None
    found = await _members(tx, "m.unit = :unit", {"unit": unit, "today": today})
    seen = [one for one in found if _is_seen(one, reader, mine)]
    seen.sort(key=lambda one: (one.place.confirmed, _ORDER[one.place.role]))
    members = await _completed(tx, reader, seen, {unit: mine}, today=today)
    return Roster(named, tuple(members), mine)


async def member(tx: Transaction, reader: str, membership: str, *, today: str) -> Member | None:
    """Return whose place that is and where, None for who does not see them."""
    found = await _members(tx, "m.id = :membership", {"membership": membership, "today": today})
    if not found:
        return None
    held = await _held(tx, reader, [found[0].unit.id], today=today)
    if not _is_seen(found[0], reader, held[found[0].unit.id]):
        return None
    (one,) = await _completed(tx, reader, found, held, today=today)
    return one


async def who_asks(tx: Transaction, reader: str, *, today: str) -> tuple[Member, ...]:
    """Return who waits to be confirmed where the reader is an officer, longest first."""
    units = await tx.rows(
        f"WITH RECURSIVE {UNITS_SEEN} SELECT DISTINCT unit FROM below",  # noqa: S608 - ours
        {"people": [reader], "today": today},
    )
    which = "m.state = 'asked' AND (u.state = 'asked' OR m.unit IN :units)"
    params = {"units": [unit for (unit,) in units], "today": today}
    found = await _members(tx, which, params)
    held = await _held(tx, reader, [one.unit.id for one in found], today=today)
    mine = [replace(one, mine=held[one.unit.id]) for one in found]
    return tuple(one for one in mine if one.may_change)[:_MOST_WAITING]


async def named_today(tx: Transaction, unit: str, *, today: str) -> Unit | None:
    """Return a unit as it is called today, None when there is none."""
    found = await tx.rows(
        """SELECT u.id, n.name, u.type, u.place FROM units u JOIN unit_names n ON n.unit = u.id
           WHERE u.id = :unit AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)""",
        {"unit": unit, "today": today},
    )
    return Unit(*found[0]) if found else None


async def _held(
    tx: Transaction, reader: str, units: Sequence[str], *, today: str
) -> dict[str, Held]:
    """Return the role the reader holds over each unit; an office over those nobody knows."""
    asked = [(reader, Subject("unit", unit)) for unit in dict.fromkeys(units)]
    found = await footings(tx, asked, today=today) if asked else []
    return {subject.id: f.role for (_, subject), f in zip(asked, found, strict=True)}


async def _members(tx: Transaction, which: str, params: dict[str, Any]) -> list[Member]:
    rows = await tx.rows(f"{_PLACES} AND {which} ORDER BY m.from_day, p.sort_key, m.id", params)
    return [_read(row) for row in rows]


def _read(row: Row) -> Member:
    key, position, role, state, since, *rest = row
    unit, person = Unit(*rest[:4]), Person(*rest[4:])
    return Member(Membership(unit, position, role, state == "confirmed", key, since), person)


def _is_seen(one: Member, reader: str, mine: Held) -> bool:
    """Tell whether a reader holding that role over the unit sees this place."""
    if one.person.id == reader or holds(mine, "officer"):
        return True
    return mine == "member" and one.place.confirmed and one.place.role != "member"


async def _completed(
    tx: Transaction, reader: str, found: Sequence[Member], held: dict[str, Held], *, today: str
) -> list[Member]:
    """Return the members with their other places, as far as the reader is told, and channels."""
    people = sorted({one.person.id for one in found})
    others = await _other_places(tx, reader, people, today=today)
    channels = await _channels(tx, people)
    return [
        replace(
            one,
            mine=held[one.unit.id],
            own=one.person.id == reader,
            reached=channels.get(one.person.id, ()),
            also=tuple(p for p in others.get(one.person.id, ()) if p.id != one.place.id),
        )
        for one in found
    ]


async def _other_places(
    tx: Transaction, reader: str, people: Sequence[str], *, today: str
) -> dict[str, list[Membership]]:
    rows = await _members(tx, "m.person IN :people", {"people": people, "today": today})
    held = await _held(tx, reader, [one.unit.id for one in rows], today=today)
    places: dict[str, list[Membership]] = {}
    for one in rows:
        if holds(held[one.unit.id], "officer") or one.person.id == reader:
            places.setdefault(one.person.id, []).append(one.place)
    return places


async def _channels(tx: Transaction, people: Sequence[str]) -> dict[str, tuple[str, ...]]:
    rows = await tx.rows(
        """SELECT DISTINCT person, channel FROM addresses
           WHERE person IN :people AND state = 'open' ORDER BY person, channel""",
        {"people": people},
    )
    found: dict[str, tuple[str, ...]] = {}
    for person, channel in rows:
        found[person] = (*found.get(person, ()), channel)
    return found

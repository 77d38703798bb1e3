"""Units whole, as each person may see them: names, what is above and below, contacts, counts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from rules.members import About
from rules.name_order import name_order
from rules.person import Unit
from rules.unit_card import Period, Succession, UnitCard
from storage import ratings
from storage.database import Transaction
from storage.exemptions import exemptions_of
from storage.humans import in_charge_of, officers_of
from storage.scope import roles_over


class CardAsked(NamedTuple):
    """Who asks for the card of which unit."""

    person: str
    unit: str


@dataclass(frozen=True, slots=True)
class Moment:
    """Now, as a local day (ISO text) and in UTC milliseconds."""

    today: str
    ms: int


# What the unit u is called on :today; else the first or the last it was called.
NAME_TODAY = """(SELECT n.name FROM unit_names n WHERE n.unit = u.id
    ORDER BY CASE WHEN n.from_day <= :today THEN n.from_day ELSE '' END DESC, n.from_day LIMIT 1)"""
_COUNTED = """
SELECT u.type, u.place, u.members, u.members_about, u.version,
    (SELECT count(*) FROM entries e WHERE e.unit = u.id AND e.state <> 'withdrawn'),
    (SELECT count(DISTINCT m.person) FROM memberships m
     WHERE m.unit = u.id AND m.state = 'confirmed'
       AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)),
    (SELECT count(*) FROM codes c
     WHERE c.unit = u.id AND c.kind = 'unit' AND c.uses_left > 0 AND c.expires_at > :now)
FROM units u WHERE u.id = :unit AND u.state = 'known'"""
_ABOVE = f"""
SELECT u.id, {NAME_TODAY}, u.type, u.place FROM unit_parents p JOIN units u ON u.id = p.parent
WHERE p.unit = :unit AND p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day)"""  # noqa: S608 - all of it is written here
_BEFORE = f"""
SELECT s.day, u.id, {NAME_TODAY}, u.type, u.place
FROM unit_successors s JOIN units u ON u.id = s.unit WHERE s.successor = :unit
ORDER BY s.day, u.id"""  # noqa: S608 - the same
_AFTER = f"""
SELECT s.day, u.id, {NAME_TODAY}, u.type, u.place
FROM unit_successors s JOIN units u ON u.id = s.successor WHERE s.unit = :unit
ORDER BY s.day, u.id"""  # noqa: S608 - the same
_BELOW = """
SELECT p.parent, u.id, n.name, u.type, u.place
FROM unit_parents p JOIN units u ON u.id = p.unit JOIN unit_names n ON n.unit = u.id
WHERE p.parent IN :units AND u.state = 'known'
  AND p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day)
  AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
ORDER BY n.folded, u.id"""


async def unit_cards(
    tx: Transaction, asked: Sequence[CardAsked], *, moment: Moment
) -> list[UnitCard | None]:
    """Return the card of each unit for who asks, None for one they do not see."""
    roles = await roles_over(tx, asked, today=moment.today)
    cards: list[UnitCard | None] = []
    for one, role in zip(asked, roles, strict=True):
        card = await _card(tx, one.unit, moment) if role else None
        rated = () if role in {"", "member"} else await ratings.of_unit(tx, one.unit)
        cards.append(replace(card, role=role, ratings=rated) if card and role else None)
    return cards


async def units_below(
    tx: Transaction, asked: Sequence[CardAsked], *, today: str
) -> list[tuple[Unit, ...]]:
    """Return the units directly below each, by name, for who is an officer over it."""
    roles = await roles_over(tx, asked, today=today)
    seen = {one.unit for one, role in zip(asked, roles, strict=True) if role not in {"", "member"}}
    found = await tx.rows(_BELOW, {"units": sorted(seen), "today": today})
    return [
        _by_name(Unit(*unit) for parent, *unit in found if parent == one.unit)
        if role not in {"", "member"}
        else ()
        for one, role in zip(asked, roles, strict=True)
    ]


def _by_name(units: Iterable[Unit]) -> tuple[Unit, ...]:
    return tuple(sorted(units, key=lambda unit: name_order(unit.name)))


async def _card(tx: Transaction, unit: str, moment: Moment) -> UnitCard | None:
    params = {"unit": unit, "today": moment.today}
    counted = await tx.rows(_COUNTED, {**params, "now": moment.ms})
    if not counted:
        return None
    type_, place, members, about, version, *counts = counted[0]
    names = await _names(tx, unit)
    above = await tx.rows(_ABOVE, params)
    below = await tx.rows(_BELOW, {"units": [unit], "today": moment.today})
    officers = await officers_of(tx, unit, today=moment.today)
    return UnitCard(
        Unit(unit, _name_on(names, moment.today), type_, place),
        names=names,
        ended="" if any(not name.to_day for name in names) else names[-1].to_day,
        before=await _successions(tx, _BEFORE, params),
        after=await _successions(tx, _AFTER, params),
        above=Unit(*above[0]) if above else None,
        below=len(below),
        contacts=tuple(officer.human for officer in officers),
        in_charge=await in_charge_of(tx, unit, today=moment.today),
        members=members,
        about=About(about),
        exemptions=(await exemptions_of(tx, [unit])).get(unit, ()),
        entries=counts[0],
        people=counts[1],
        codes=counts[2],
        version=version,
    )


async def _names(tx: Transaction, unit: str) -> tuple[Period, ...]:
    found = await tx.rows(
        "SELECT name, from_day, to_day FROM unit_names WHERE unit = :unit ORDER BY from_day",
        {"unit": unit},
    )
    return tuple(Period(*row) for row in found)


def _name_on(names: Sequence[Period], day: str) -> str:
    begun = [name.name for name in names if name.from_day <= day]
    return begun[-1] if begun else names[0].name


async def _successions(tx: Transaction, sql: str, params: dict[str, Any]) -> tuple[Succession, ...]:
    return tuple(Succession(Unit(*unit), day) for day, *unit in await tx.rows(sql, params))

"""Whom people call or who confirms: staff in charge of units, and the officers of a unit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rules.person import Human
from storage.channel_choices import CHOSEN
from storage.chats import Chat
from storage.database import Transaction
from storage.reachable import OPEN

# Nearest first: who is in charge of the unit or of one above it, else an office above it, else any.
_HUMANS = """
WITH RECURSIVE above (start, unit, steps) AS (
    SELECT u.id, u.id, 0 FROM units u WHERE u.id IN :units
    UNION
    SELECT a.start, p.parent, a.steps + 1 FROM above a JOIN unit_parents p ON p.unit = a.unit
    WHERE a.steps < 9 AND p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day)
), offices (person, unit, position) AS (
    SELECT person, unit, position FROM memberships
    WHERE state = 'confirmed' AND role IN ('office', 'admin')
      AND from_day <= :today AND (to_day = '' OR :today < to_day)
), found (start, distance, person) AS (
    SELECT a.start, a.steps, h.person FROM above a JOIN unit_humans h ON h.unit = a.unit
    WHERE h.from_day <= :today AND (h.to_day = '' OR :today < h.to_day)
    UNION ALL SELECT a.start, 10 + a.steps, o.person FROM above a JOIN offices o ON o.unit = a.unit
    UNION ALL SELECT '', 20, person FROM offices
)
SELECT f.start, f.distance, p.name, p.phone, COALESCE(min(o.position), '')
FROM found f JOIN people p ON p.id = f.person LEFT JOIN offices o ON o.person = p.id
WHERE p.phone <> '' OR (f.distance < 10 AND :silent = 1)
GROUP BY f.start, f.distance, p.id, p.name, p.phone
ORDER BY f.distance DESC, p.id DESC"""


@dataclass(frozen=True, slots=True)
class Officer:
    """An officer of a unit and the chats at which they can be told; language "vi" or "en"."""

    person: str
    human: Human
    language: str
    chats: tuple[Chat, ...]


async def human_for(
    tx: Transaction, units: Sequence[str], *, today: str
) -> dict[str, Human | None]:
    """Return whom the people of each unit call, for "" an office; None where nobody is."""
    found = await tx.rows(_HUMANS, {"units": units, "today": today, "silent": 0})
    nearest = {start: Human(*human) for start, _, *human in found}
    return {unit: nearest.get(unit) or nearest.get("") for unit in units}


async def in_charge_of(tx: Transaction, unit: str, *, today: str) -> Human | None:
    """Return who is in charge of a unit, also without a phone; else whom its people call."""
    found = await tx.rows(_HUMANS, {"units": [unit], "today": today, "silent": 1})
    nearest = {start: Human(*human) for start, _, *human in found}
    return nearest.get(unit) or nearest.get("")


async def officers_of(tx: Transaction, unit: str, *, today: str) -> list[Officer]:
    """Return a unit's confirmed officers, whoever has been one longest first."""
    found = await tx.rows(
        """SELECT person, position FROM memberships
           WHERE unit = :unit AND role = 'officer' AND state = 'confirmed'
             AND from_day <= :today AND (to_day = '' OR :today < to_day)
           ORDER BY from_day, id""",
        {"unit": unit, "today": today},
    )
    positions: dict[str, str] = dict(reversed(found))
    people = await with_chats(tx, [person for person, _ in found])
    return [
        replace(people[person], human=replace(people[person].human, position=positions[person]))
        for person in dict.fromkeys(person for person, _ in found)
    ]


async def with_chats(tx: Transaction, people: Sequence[str]) -> dict[str, Officer]:
    """Return people with the chats they can be told at, those they chose or used last first.

    Whoever has not agreed, or no longer does, is told nothing.
    """
    if not people:
        return {}
    found = await tx.rows(
        f"""SELECT p.id, p.name, p.phone, p.language, a.channel, a.bot, a.chat
            FROM people p LEFT JOIN addresses a ON a.person = p.id AND {OPEN}
                 AND (SELECT c.answer FROM consents c WHERE c.person = p.id
                      ORDER BY c.at DESC, c.id DESC LIMIT 1) = 'given'
            WHERE p.id IN :people
            ORDER BY p.id, CASE WHEN {CHOSEN} THEN 0 ELSE 1 END, a.seen_at DESC, a.id""",  # noqa: S608 - ours
        {"people": people},
    )
    known: dict[str, Officer] = {}
    for person, name, phone, language, *chat in found:
        before = known[person].chats if person in known else ()
        chats = (*before, Chat(*chat)) if chat[0] else before
        known[person] = Officer(person, Human(name, phone), language, chats)
    return known


_HELD = """m.state = 'confirmed'
    AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)"""
# The unit :unit and those above it, by distance.
_ABOVE = """
above (unit, steps) AS (
    SELECT u.id, 0 FROM units u WHERE u.id = :unit AND u.state = 'known'
    UNION
    SELECT p.parent, a.steps + 1 FROM above a JOIN unit_parents p ON p.unit = a.unit
    WHERE a.steps < 9 AND p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day)
)"""


async def who_confirms(tx: Transaction, unit: str, *, today: str, but: str = "") -> list[str]:
    """Return who confirms people of a unit: its officers, else those nearest above it.

    Else who is in charge of it, else the office nearest above it; of a unit nobody knows, every
    office that nothing stands above. Whoever cannot be told is passed over, and so is `but`.
    """
    found = await tx.rows(
        f"""WITH RECURSIVE {_ABOVE}, confirming (rank, person) AS (
                SELECT a.steps, m.person FROM above a JOIN memberships m ON m.unit = a.unit
                WHERE m.role = 'officer' AND {_HELD}
                UNION SELECT 10 + a.steps, h.person FROM above a JOIN unit_humans h
                ON h.unit = a.unit
                WHERE h.from_day <= :today AND (h.to_day = '' OR :today < h.to_day)
                UNION SELECT 20 + a.steps, m.person FROM above a JOIN memberships m
                ON m.unit = a.unit WHERE m.role IN ('office', 'admin') AND {_HELD}
                UNION SELECT 30, m.person FROM memberships m
                WHERE m.role IN ('office', 'admin') AND {_HELD} AND NOT EXISTS (
                    SELECT 1 FROM unit_parents p WHERE p.unit = m.unit
                    AND p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day)))
            SELECT person, rank FROM confirming ORDER BY rank, person""",  # noqa: S608 - ours
        {"unit": unit, "today": today},
    )
    known = await with_chats(tx, sorted({person for person, _ in found}))
    reached = [(person, rank) for person, rank in found if known[person].chats and person != but]
    return [person for person, rank in reached if rank == reached[0][1]]

"""Whom people call or who confirms: staff in charge of units, and the officers of a unit."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.person import Human
from storage.chats import Chat
from storage.database import Transaction

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
WHERE p.phone <> '' GROUP BY f.start, f.distance, p.id, p.name, p.phone
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
    found = await tx.rows(_HUMANS, {"units": units, "today": today})
    nearest = {start: Human(*human) for start, _, *human in found}
    return {unit: nearest.get(unit) or nearest.get("") for unit in units}


async def officers_of(tx: Transaction, unit: str, *, today: str) -> list[Officer]:
    """Return a unit's confirmed officers, whoever has been one longest first."""
    found = await tx.rows(
        """SELECT p.id, p.name, p.phone, m.position, p.language, a.channel, a.bot, a.chat
           FROM memberships m JOIN people p ON p.id = m.person
           LEFT JOIN addresses a ON a.person = p.id AND a.state = 'open'
           WHERE m.unit = :unit AND m.role = 'officer' AND m.state = 'confirmed'
             AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)
           ORDER BY m.from_day, m.id, a.seen_at DESC, a.id""",
        {"unit": unit, "today": today},
    )
    officers: dict[str, Officer] = {}
    for person, name, phone, position, language, *chat in found:
        before = officers[person].chats if person in officers else ()
        chats = (*before, Chat(*chat)) if chat[0] else before
        officers[person] = Officer(person, Human(name, phone, position), language, chats)
    return list(officers.values())

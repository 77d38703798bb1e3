"""Who confirmed entries: by a press, or by sending them as the unit's officer."""

import datetime as dt

from rules.confirmation import Confirmation
from storage.database import Transaction


async def confirmation(tx: Transaction, entry: str, zone: dt.tzinfo) -> Confirmation | None:
    """Return who stands for an entry as it is now, None while nobody does."""
    found = await tx.rows(
        """SELECT v.person, p.name, v.at, e.unit
           FROM entries e JOIN events v ON v.subject = e.id JOIN people p ON p.id = v.person
           WHERE e.id = :entry AND e.state NOT IN ('sent', 'returned')
             AND v.act IN ('confirm', 'register')
           ORDER BY v.at DESC, v.id DESC LIMIT 1""",
        {"entry": entry},
    )
    if not found:
        return None
    person, name, moment, unit = found[0]
    at = dt.datetime.fromtimestamp(moment / 1000, zone)
    position = await _position(tx, person, unit, at.date().isoformat())
    return Confirmation(person, name, position, at)


async def _position(tx: Transaction, person: str, unit: str, day: str) -> str:
    """Return what somebody was on a day, in this unit if they were anything there."""
    found = await tx.rows(
        """SELECT position FROM memberships
           WHERE person = :person AND state = 'confirmed' AND position <> ''
             AND from_day <= :day AND (to_day = '' OR :day < to_day)
           ORDER BY CASE unit WHEN :unit THEN 0 ELSE 1 END, from_day DESC LIMIT 1""",
        {"person": person, "unit": unit, "day": day},
    )
    return str(found[0][0]) if found else ""

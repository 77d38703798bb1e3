"""Who has blocked the assistant while it had something to tell them by itself."""

from typing import NamedTuple

from rules.blocked import Blocked
from rules.person import Unit
from storage.database import Transaction


class Away(NamedTuple):
    """Who it is, and since when (UTC milliseconds) what was to be told to them waits."""

    who: Blocked
    since: int


async def blocked(tx: Transaction, *, since: int, today: str) -> list[Away]:
    """Return who has done so since a moment, once for each unit they were to be told of."""
    found = await tx.rows(
        """SELECT o.person, p.name, p.phone, o.unit, n.name, min(x.created_at)
           FROM outbox x CROSS JOIN occurrences o  -- for SQLite: what is open first
           JOIN people p ON p.id = o.person
           JOIN unit_names n ON n.unit = o.unit
                AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
           WHERE o.outbox <> '' AND o.outbox = x.id
             AND x.settled_at = 0 AND x.state = 'parked' AND x.planned = 1
           GROUP BY o.person, p.name, p.phone, o.unit, n.name
           HAVING min(x.created_at) > :since ORDER BY o.unit, o.person""",
        {"since": since, "today": today},
    )
    return [
        Away(Blocked(person, name, phone, Unit(unit, called)), since)
        for person, name, phone, unit, called, since in found
    ]

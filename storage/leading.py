"""Which office leads: nobody of another one stands above it."""

from storage.database import Transaction


async def leads(tx: Transaction, unit: str, *, today: str) -> bool:
    """Return whether no unit above this one has an office, so that it decides for everybody."""
    found = await tx.rows(
        """WITH RECURSIVE above (unit) AS (
               SELECT p.parent FROM unit_parents p
               WHERE p.unit = :unit AND p.from_day <= :today
                 AND (p.to_day = '' OR :today < p.to_day)
               UNION
               SELECT p.parent FROM above a JOIN unit_parents p ON p.unit = a.unit
               WHERE p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day))
           SELECT m.id FROM above a JOIN memberships m ON m.unit = a.unit
           WHERE m.state = 'confirmed' AND m.role IN ('office', 'admin')
             AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day) LIMIT 1""",
        {"unit": unit, "today": today},
    )
    return not found

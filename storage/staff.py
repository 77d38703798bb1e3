"""Who of the office can be in charge of a unit."""

from rules.roles import holds
from rules.unit_requests import Staff
from storage.database import Transaction
from storage.scope import roles_over


async def staff_over(tx: Transaction, by: str, unit: str, *, today: str) -> tuple[Staff, ...]:
    """Return, for an office over a unit, the people of its office or of one above, by name."""
    (mine,) = await roles_over(tx, [(by, unit)], today=today)
    if not holds(mine, "office"):
        return ()
    found = await tx.rows(
        """WITH RECURSIVE above (unit) AS (
               SELECT u.id FROM units u WHERE u.id = :unit
               UNION
               SELECT p.parent FROM above a JOIN unit_parents p ON p.unit = a.unit
               WHERE p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day))
           SELECT p.id, p.name, min(m.position), p.sort_key
           FROM above a JOIN memberships m ON m.unit = a.unit JOIN people p ON p.id = m.person
           WHERE m.state = 'confirmed' AND m.role IN ('office', 'admin') AND p.name <> ''
             AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)
           GROUP BY p.id, p.name, p.sort_key ORDER BY p.sort_key, p.id""",
        {"unit": unit, "today": today},
    )
    return tuple(Staff(*row[:3]) for row in found)

"""Who hears of what is done with an entry: its own people, and the office they send it to."""

from rules.entry import Entry
from storage.database import Transaction

_IS = """m.state = 'confirmed' AND m.from_day <= :today
    AND (m.to_day = '' OR :today < m.to_day)"""


async def own_people(tx: Transaction, entry: Entry, *, today: str) -> list[str]:
    """Return who typed an entry, while they have a place in its unit, and the unit's officers.

    Of a unit that is no more, those of the units it became.
    """
    found = await tx.rows(
        """WITH RECURSIVE heirs (unit) AS (
               SELECT id FROM units WHERE id = :unit
               UNION
               SELECT s.successor FROM heirs h JOIN unit_successors s ON s.unit = h.unit
               WHERE s.day <= :today)
           SELECT m.person FROM memberships m JOIN heirs h ON h.unit = m.unit
           WHERE m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)
             AND (m.person = :author OR m.role = 'officer' AND m.state = 'confirmed')
           ORDER BY CASE m.person WHEN :author THEN 0 ELSE 1 END, m.from_day, m.id""",
        {"unit": entry.unit.id, "author": entry.typed_by, "today": today},
    )
    return list(dict.fromkeys(person for (person,) in found))


async def office_people(tx: Transaction, unit: str, *, today: str) -> list[str]:
    """Return who of the office looks after a unit: who is in charge, else the office nearest it."""
    found = await tx.rows(
        f"""WITH RECURSIVE above (unit, steps) AS (
                SELECT id, 0 FROM units WHERE id = :unit
                UNION
                SELECT p.parent, a.steps + 1 FROM above a JOIN unit_parents p ON p.unit = a.unit
                WHERE a.steps < 9 AND p.from_day <= :today
                  AND (p.to_day = '' OR :today < p.to_day)
            ), offices (person, steps) AS (
                SELECT m.person, a.steps FROM above a JOIN memberships m ON m.unit = a.unit
                WHERE m.role IN ('office', 'admin') AND {_IS}
            )
            SELECT h.person, a.steps FROM above a JOIN unit_humans h ON h.unit = a.unit
            WHERE h.from_day <= :today AND (h.to_day = '' OR :today < h.to_day)
              AND h.person IN (SELECT person FROM offices)
            UNION SELECT person, 10 + steps FROM offices
            ORDER BY 2, 1""",  # noqa: S608 - all of it is written here
        {"unit": unit, "today": today},
    )
    return [person for person, rank in found if rank == found[0][1]]

"""Which units a person sees into: theirs, for officers those below, and what these came of."""

from collections.abc import Sequence

from rules.roles import Held, strongest
from storage.database import Transaction

# CTEs for WITH RECURSIVE, of the people :people on the day :today. Nobody reads by naming a unit.
# The register of a unit that is no more is its successors' register. `sees` is what is confirmed,
# `places` also what people only say of themselves.
UNITS_SEEN = """
under (person, unit, role) AS (
    SELECT person, unit, role FROM memberships
    WHERE person IN :people AND state = 'confirmed' AND role IN ('officer', 'office', 'admin')
      AND from_day <= :today AND (to_day = '' OR :today < to_day)
    UNION
    SELECT b.person, p.unit, b.role FROM under b JOIN unit_parents p ON p.parent = b.unit
    WHERE p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day)
), below (person, unit, role) AS (
    SELECT person, unit, role FROM under
    UNION
    SELECT b.person, s.unit, b.role FROM below b JOIN unit_successors s ON s.successor = b.unit
    WHERE s.day <= :today
), belongs (person, unit) AS (
    SELECT person, unit FROM memberships
    WHERE person IN :people AND state = 'confirmed'
      AND from_day <= :today AND (to_day = '' OR :today < to_day)
    UNION
    SELECT b.person, s.unit FROM belongs b JOIN unit_successors s ON s.successor = b.unit
    WHERE s.day <= :today
), sees (person, unit) AS (
    SELECT person, unit FROM below
    UNION
    SELECT person, unit FROM belongs
), places (person, unit) AS (
    SELECT person, unit FROM memberships
    WHERE person IN :people AND from_day <= :today AND (to_day = '' OR :today < to_day)
    UNION
    SELECT p.person, s.unit FROM places p JOIN unit_successors s ON s.successor = p.unit
    WHERE s.day <= :today
)"""

# Joins after UNITS_SEEN: the people `p` of `o.person`, in units `n` that an office of theirs runs.
OF_UNITS_RUN = """JOIN people p ON p.id = o.person
JOIN memberships m ON m.person = p.id AND m.state = 'confirmed'
    AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)
JOIN below b ON b.unit = m.unit AND b.role IN ('office', 'admin')
JOIN unit_names n ON n.unit = m.unit
    AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)"""

# CTEs of the unit :unit on the day :today, for who has been looked at before. `down` is the unit
# and all below it, those that ended with nobody after them too; `line` each of these with every
# part of its register today: itself and what it came of. `was` is the unit and what it came of.
DOWN = """
down (unit) AS (
    SELECT u.id FROM units u WHERE u.id = :unit
    UNION
    SELECT p.unit FROM down d JOIN unit_parents p ON p.parent = d.unit
    WHERE p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day)
)"""
LINE = f"""{DOWN}, line (unit, part) AS (
    SELECT unit, unit FROM down
    UNION
    SELECT l.unit, s.unit FROM line l JOIN unit_successors s ON s.successor = l.part
    WHERE s.day <= :today
)"""  # noqa: S608 - all of it is written here
# The same of the units :units instead of one.
DOWN_OF_MANY, LINE_OF_MANY = (cte.replace("u.id = :unit", "u.id IN :units") for cte in (DOWN, LINE))
WAS = """
was (unit) AS (
    SELECT u.id FROM units u WHERE u.id = :unit
    UNION
    SELECT s.unit FROM was w JOIN unit_successors s ON s.successor = w.unit WHERE s.day <= :today
)"""


async def roles_over(
    tx: Transaction, asked: Sequence[tuple[str, str]], *, today: str
) -> list[Held]:
    """Return the strongest role each (person, unit) holds over the unit, "" for none.

    Officers and above hold theirs over what is below too, members in their unit only; a
    membership that was only asked for is nothing.
    """
    found = await tx.rows(
        f"""WITH RECURSIVE given (n, person, unit) AS (VALUES :rows), {UNITS_SEEN}
            SELECT g.n, b.role FROM given g
            JOIN below b ON b.person = g.person AND b.unit = g.unit
            UNION
            SELECT g.n, 'member' FROM given g
            JOIN sees s ON s.person = g.person AND s.unit = g.unit""",  # noqa: S608 - ours
        {
            "rows": [(n, *one) for n, one in enumerate(asked)],
            "people": sorted({person for person, _ in asked}),
            "today": today,
        },
    )
    held: list[list[Held]] = [[] for _ in asked]
    for n, role in found:
        held[n].append(role)
    return [strongest(roles) for roles in held]

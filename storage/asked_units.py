"""Units that people typed and nobody knows, until the office says which they are."""

from rules.member import AskedUnit
from rules.person import Unit
from storage.database import Transaction
from storage.memberships import without_doubles


async def asked_unit(tx: Transaction, by: str, unit: str, *, today: str) -> AskedUnit | None:
    """Return a unit that was typed, who is waiting in it and what it has; None when settled.

    It stands nowhere yet, so it is for everybody of an office, and for nobody else.
    """
    named = await tx.rows(
        """SELECT u.id, n.name FROM units u JOIN unit_names n ON n.unit = u.id
           WHERE u.id = :unit AND u.state = 'asked' AND EXISTS (
               SELECT 1 FROM memberships o WHERE o.person = :by AND o.state = 'confirmed'
               AND o.role IN ('office', 'admin')
               AND o.from_day <= :today AND (o.to_day = '' OR :today < o.to_day))""",
        {"unit": unit, "by": by, "today": today},
    )
    if not named:
        return None
    people = await tx.rows(
        """SELECT p.name FROM memberships m JOIN people p ON p.id = m.person
           WHERE m.unit = :unit AND m.to_day = '' ORDER BY p.sort_key, p.id""",
        {"unit": unit},
    )
    entries = await tx.rows("SELECT count(*) FROM entries WHERE unit = :unit", {"unit": unit})
    return AskedUnit(Unit(*named[0]), tuple(name for (name,) in people), entries[0][0])


async def identify(tx: Transaction, asked: str, known: str) -> bool:
    """Give all that a typed unit has to one that is known; return whether it was still open."""
    both = {"asked": asked, "known": known}
    open_ = await tx.rows(
        "SELECT id FROM units WHERE id = :asked AND state = 'asked' FOR UPDATE", both
    )
    if not open_:
        return False
    for table in ("entries", "memberships", "papers"):
        # Both names are from the line above.
        await tx.run(f"UPDATE {table} SET unit = :known WHERE unit = :asked", both)  # noqa: S608 - ours
    await tx.run("DELETE FROM unit_names WHERE unit = :asked", both)
    await tx.run("DELETE FROM units WHERE id = :asked", both)
    people = await tx.rows(
        "SELECT DISTINCT person FROM memberships WHERE unit = :known AND to_day = ''", both
    )
    await without_doubles(tx, sorted(person for (person,) in people))
    return True


async def admit(tx: Transaction, asked: str, *, parent: str, type_: str, day: str) -> bool:
    """Make a typed unit one of the known ones; return whether it was still open."""
    done = await tx.rows(
        """UPDATE units SET state = 'known', type = :type
           WHERE id = :asked AND state = 'asked' RETURNING id""",
        {"asked": asked, "type": type_},
    )
    await tx.run(
        "INSERT INTO unit_parents (unit, parent, from_day, to_day) VALUES :rows",
        {"rows": [(unit, parent, day, "") for (unit,) in done]},
    )
    return bool(done)

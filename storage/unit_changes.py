"""The organisation as it changes: from a day on a unit is called otherwise or stands elsewhere."""

from collections.abc import Sequence

from rules.fold import fold
from rules.members import About
from storage.database import Transaction


async def rename(tx: Transaction, unit: str, *, name: str, day: str) -> None:
    """Call a unit otherwise from a day on; a name given from the same day is replaced."""
    await close(tx, "unit_names", [unit], day=day)
    await tx.run(
        """INSERT INTO unit_names (unit, name, short_name, folded, from_day, to_day)
           VALUES :rows""",
        {"rows": [(unit, name, "", fold(name), day, "")]},
    )
    await changed(tx, [unit])


async def move(tx: Transaction, unit: str, *, parent: str, day: str) -> None:
    """Put a unit under another one from a day on."""
    await close(tx, "unit_parents", [unit], day=day)
    await tx.run(
        "INSERT INTO unit_parents (unit, parent, from_day, to_day) VALUES :rows",
        {"rows": [(unit, parent, day, "")]},
    )
    await changed(tx, [unit])


async def retype(tx: Transaction, unit: str, *, type_: str) -> None:
    """Make a unit one of another type."""
    await tx.run(
        "UPDATE units SET type = :type, version = version + 1 WHERE id = :unit",
        {"unit": unit, "type": type_},
    )


async def count_members(tx: Transaction, unit: str, *, members: int, about: About) -> None:
    """Keep how many belong to a unit, and how exact that is."""
    await tx.run(
        """UPDATE units SET members = :members, members_about = :about, version = version + 1
           WHERE id = :unit""",
        {"unit": unit, "members": members, "about": int(about)},
    )


async def put_in_charge(tx: Transaction, unit: str, *, person: str, day: str) -> None:
    """Let a staff member be in charge of a unit from a day on, instead of who was."""
    await close(tx, "unit_humans", [unit], day=day)
    await tx.run(
        "INSERT INTO unit_humans (unit, person, from_day, to_day) VALUES :rows",
        {"rows": [(unit, person, day, "")]},
    )
    await changed(tx, [unit])


async def close(tx: Transaction, table: str, units: Sequence[str], *, day: str) -> None:
    """End what holds of units in a table of periods; what began on that day never did."""
    both = {"units": units, "day": day}
    await tx.run(f"DELETE FROM {table} WHERE unit IN :units AND from_day >= :day", both)  # noqa: S608 - ours
    await tx.run(
        f"""UPDATE {table} SET to_day = :day
            WHERE unit IN :units AND (to_day = '' OR to_day > :day)""",  # noqa: S608 - ours
        both,
    )


async def changed(tx: Transaction, units: Sequence[str]) -> None:
    """Count the versions of units on."""
    await tx.run("UPDATE units SET version = version + 1 WHERE id IN :units", {"units": units})

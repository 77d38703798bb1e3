"""Writes the units of a plan: new ones, and what is other than before from today on."""

from collections.abc import Sequence

from rules.fold import fold
from rules.importing.plan import PlannedUnit
from storage import contacts, unit_changes, units
from storage.contacts import InCharge
from storage.database import Transaction
from storage.importing.by import By
from storage.units import NewUnit

# A list does not say since when its units are there, and changes are entered for days long past.
_LONG_AGO = "2000-01-01"


async def write_units(tx: Transaction, planned: Sequence[PlannedUnit], by: By) -> None:
    """Write the units; names and parents that change do so from today on."""
    new = [unit for unit in planned if unit.new]
    old = [unit for unit in planned if unit.changed]
    await units.add_units(tx, [_new(unit, by) for unit in new])
    await _facts(tx, [*new, *old])
    await unit_changes.changed(tx, [unit.id for unit in old])
    await _rename(tx, [unit for unit in old if unit.changed & {"name", "short"}], by)
    await _move(tx, [unit for unit in old if "parent" in unit.changed], by)
    await _put_in_charge(tx, [unit for unit in old if "staff" in unit.changed], by)
    staffed = [InCharge(unit.id, unit.staff, by.today) for unit in new if unit.staff]
    await contacts.put_in_charge(tx, staffed)


def _new(unit: PlannedUnit, by: By) -> NewUnit:
    row = unit.row
    return NewUnit(
        unit.id,
        row.name,
        _LONG_AGO,
        by.now,
        type=unit.type,
        place=row.place,
        short_name=row.short,
        parent=unit.parent,
    )


async def _facts(tx: Transaction, planned: Sequence[PlannedUnit]) -> None:
    """Write what units are without a day; what a row does not say stays."""
    rows = [
        (u.id, u.row.key, u.type, u.row.place, u.row.members, int(u.row.about)) for u in planned
    ]
    await tx.run(
        """WITH given (unit, key, type, place, members, about) AS (VALUES :rows)
           UPDATE units SET type = given.type,
               key = CASE WHEN given.key = '' THEN units.key ELSE given.key END,
               place = CASE WHEN given.place = '' THEN units.place ELSE given.place END,
               members = CASE WHEN given.members < 0 THEN units.members ELSE given.members END,
               members_about =
                   CASE WHEN given.members < 0 THEN units.members_about ELSE given.about END
           FROM given WHERE units.id = given.unit""",
        {"rows": rows},
    )


async def _rename(tx: Transaction, planned: Sequence[PlannedUnit], by: By) -> None:
    short = await _short_names(tx, [unit.id for unit in planned], by)
    await unit_changes.close(tx, "unit_names", [unit.id for unit in planned], day=by.today)
    rows = [
        (u.id, u.row.name, u.row.short or short.get(u.id, ""), fold(u.row.name), by.today, "")
        for u in planned
    ]
    await tx.run(
        """INSERT INTO unit_names (unit, name, short_name, folded, from_day, to_day)
           VALUES :rows""",
        {"rows": rows},
    )


async def _short_names(tx: Transaction, planned: Sequence[str], by: By) -> dict[str, str]:
    found = await tx.rows(
        """SELECT unit, short_name FROM unit_names
           WHERE unit IN :units AND from_day <= :today AND (to_day = '' OR :today < to_day)""",
        {"units": planned, "today": by.today},
    )
    return {unit: name for unit, name in found}  # noqa: C416 - rows have no length mypy knows


async def _move(tx: Transaction, planned: Sequence[PlannedUnit], by: By) -> None:
    await unit_changes.close(tx, "unit_parents", [unit.id for unit in planned], day=by.today)
    await tx.run(
        "INSERT INTO unit_parents (unit, parent, from_day, to_day) VALUES :rows",
        {"rows": [(unit.id, unit.parent, by.today, "") for unit in planned]},
    )


async def _put_in_charge(tx: Transaction, planned: Sequence[PlannedUnit], by: By) -> None:
    await unit_changes.close(tx, "unit_humans", [unit.id for unit in planned], day=by.today)
    rows = [InCharge(unit.id, unit.staff, by.today) for unit in planned]
    await contacts.put_in_charge(tx, rows)

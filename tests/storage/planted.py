"""A row in every table there is, so that no table can be forgotten by what has to know them all."""

from storage.database import Row, Transaction

PERSONS = ("person", "by_person", "human", "typed_by", "made_by")
_UNITS = ("unit", "parent", "successor")
_COLUMNS = {
    "sqlite": """SELECT m.name, c.name, c.type FROM sqlite_schema m, pragma_table_info(m.name) c
                 WHERE m.type = 'table'
                 ORDER BY m.name IN ('announced', 'replies', 'announcement_people')""",
    "postgres": """SELECT table_name, column_name, upper(data_type)
                   FROM information_schema.columns WHERE table_schema = 'public'
                   ORDER BY table_name IN ('announced', 'replies', 'announcement_people')""",
}
_THERE = {"migrations", "units", "people", "entries"}


async def columns(tx: Transaction) -> list[Row]:
    """Return table, column and type of everything that is kept."""
    return await tx.rows(_COLUMNS[tx.kind])


async def plant(tx: Transaction, *, person: str, unit: str, entry: str) -> list[str]:
    """Put a row about these into every table but their own; return the tables."""
    own = dict.fromkeys(PERSONS, person) | dict.fromkeys(_UNITS, unit) | {"entry": entry}
    rows: dict[str, dict[str, str | int]] = {}
    for table, column, kind in await columns(tx):
        rows.setdefault(table, {})[column] = 0 if kind == "BIGINT" else own.get(column, "planted")
    for table in _THERE:
        rows.pop(table, None)
    for table, row in rows.items():
        sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES :rows"  # noqa: S608 - the schema's own
        await tx.run(sql, {"rows": [tuple(row.values())]})
    return list(rows)

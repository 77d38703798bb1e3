"""Every text of a database, whatever the table: what is in none of them is nowhere."""

from storage.database import Transaction

_COLUMNS = {
    "sqlite": """SELECT m.name, c.name FROM sqlite_schema m, pragma_table_info(m.name) c
                 WHERE m.type = 'table' AND m.name <> 'migrations' AND c.type = 'TEXT'""",
    "postgres": """SELECT table_name, column_name FROM information_schema.columns
                   WHERE table_schema = 'public' AND data_type = 'text'""",
}


async def texts(tx: Transaction) -> set[tuple[str, str, str]]:
    """Return table, column and content of everything that is written anywhere."""
    found = set()
    for table, column in await tx.rows(_COLUMNS[tx.kind]):
        sql = f"SELECT DISTINCT {column} FROM {table} WHERE {column} <> ''"  # noqa: S608 - the schema's own
        found |= {(table, column, text) for (text,) in await tx.rows(sql)}
    return found


async def places_of(tx: Transaction, *canaries: str) -> set[tuple[str, str]]:
    """Return the tables and columns in which one of these texts is."""
    return {
        (table, column)
        for table, column, text in await texts(tx)
        if any(canary in text for canary in canaries)
    }

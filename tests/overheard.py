"""What the database is asked, and how it goes about it."""

import itertools
from collections.abc import Collection

from storage.binding import Params
from storage.database import Database, Row, Transaction

NO_PARAMS: Params = {}


class Overheard:
    """A transaction that remembers what was asked of it, and what was written."""

    def __init__(self, tx: Transaction) -> None:
        self._tx, self.kind = tx, tx.kind
        self.asked: list[tuple[str, Params]] = []

    async def rows(self, sql: str, params: Params = NO_PARAMS) -> list[Row]:
        """Remember a question, and ask it."""
        self.asked.append((sql, params))
        return await self._tx.rows(sql, params)

    async def run(self, sql: str, params: Params = NO_PARAMS) -> None:
        """Remember what is written, and write it."""
        self.asked.append((sql, params))
        await self._tx.run(sql, params)


async def explained(db: Database, sql: str, params: Params) -> list[str]:
    """Return how a question is answered where a table is too big to be read whole."""
    if not sql.lstrip().startswith(("SELECT", "WITH", "UPDATE", "DELETE")):
        return []
    async with db.writing() as tx:
        if tx.kind == "sqlite":
            return [row[3] for row in await tx.rows(f"EXPLAIN QUERY PLAN {sql}", params)]
        await tx.run("SET LOCAL enable_seqscan = off")
        return [row[0] for row in await tx.rows(f"EXPLAIN {sql}", params)]


def reads_whole(line: str, sql: str, tables: Collection[str]) -> bool:
    """Return whether a line of a plan reads one of the tables from end to end."""
    words = itertools.pairwise(sql.split())
    called = {*tables, *(alias for table, alias in words if table in tables)}
    what = line.removeprefix("SCAN ").split()[0] if line.startswith("SCAN ") else ""
    return what in called or any(f"Seq Scan on {table}" in line for table in tables)

"""Bring a database to the tables this version of the code wants: numbered steps, forward only."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from storage.database import Database, Transaction
from storage.dialect import migration_lock, table_definition

FOLDER = Path(__file__).parent / "migrations"
_PIECE = re.compile(r"'(?:[^']|'')*'|--[^\n]*|;|[^';-]+|-")


class TooNew(Exception):  # noqa: N818 - the database is not at fault
    """The database was made by a later version of the code."""


class _Step(NamedTuple):
    number: int
    name: str
    sql: str


async def migrate(database: Database, *, folder: Path = FOLDER) -> None:
    """Run the steps not run yet, each in a transaction of its own.

    Several processes may start at once: each step runs in one of them. Raises TooNew, Unavailable.
    """
    steps = _steps(folder)
    for step in steps:
        async with database.writing() as transaction:
            await _take(transaction, step, newest=steps[-1].number)


def _steps(folder: Path) -> list[_Step]:
    return [
        _Step(int(path.name[:4]), path.stem[5:], path.read_text("utf-8"))
        for path in sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    ]


async def _take(transaction: Transaction, step: _Step, *, newest: int) -> None:
    await transaction.rows(migration_lock(transaction.kind))
    await transaction.run(
        "CREATE TABLE IF NOT EXISTS migrations (number BIGINT PRIMARY KEY, name TEXT NOT NULL)"
    )
    done = {number for (number,) in await transaction.rows("SELECT number FROM migrations")}
    if done and max(done) > newest:
        raise TooNew(max(done))
    if step.number in done:
        return
    for statement in statements(step.sql):
        await transaction.run(table_definition(statement, transaction.kind))
    await transaction.run(
        "INSERT INTO migrations (number, name) VALUES (:number, :name)",
        {"number": step.number, "name": step.name},
    )


def statements(script: str) -> Sequence[str]:
    """Return the statements of a script, without comments."""
    found = [""]
    for piece in _PIECE.findall(script):
        if piece == ";":
            found.append("")
        elif not piece.startswith("--"):
            found[-1] += piece
    return [statement.strip() for statement in found if statement.strip()]

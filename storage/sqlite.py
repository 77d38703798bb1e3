"""SQLite: one connection that writes, one that reads, each in a thread of its own."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from typing import Any, Literal

import aiosqlite

from storage.binding import Params, Statement, for_sqlite
from storage.database import Row, Transaction, Unavailable

_BUSY_MS = 5_000
_STATEMENTS_KEPT = 1_000
_WORLD = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOTADB,
}
_PRAGMAS = (
    f"busy_timeout={_BUSY_MS}",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "secure_delete=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
    "cache_size=-32000",
)


class _Connection(aiosqlite.Connection):
    """Runs several statements in one visit to the connection's thread: visits are what costs."""

    async def opened(self) -> None:
        try:
            with _translated():
                await self
        except BaseException:
            self._thread.join()  # it was told to stop, and must not outlive the loop
            raise

    async def perform(self, statements: Sequence[Statement]) -> list[Row]:
        with _translated():
            answer: list[Row] = await self._execute(self._perform, statements)  # type: ignore[no-untyped-call] # theirs
        return answer

    async def undo(self) -> None:
        await self._execute(self._undo)  # type: ignore[no-untyped-call] # theirs

    def _perform(self, statements: Sequence[Statement]) -> list[Row]:
        cursor = self._conn.cursor()
        for statement in statements:
            run = cursor.executemany if statement.many else cursor.execute
            run(statement.sql, statement.arguments)
        return cursor.fetchall()

    def _undo(self) -> None:
        if self._conn.in_transaction:
            self._conn.rollback()


class _Transaction:
    """Statements that answer nothing wait for the next that does, or for the commit."""

    kind: Literal["sqlite"] = "sqlite"

    def __init__(self, connection: _Connection, begin: str) -> None:
        self._connection = connection
        self._waiting = [Statement(begin)]
        self._begun = False

    async def rows(self, sql: str, params: Params | None = None) -> list[Row]:
        statement = for_sqlite(sql, params or {}, rows_wanted=True)
        return await self._perform(statement) if statement else []

    async def run(self, sql: str, params: Params | None = None) -> None:
        statement = for_sqlite(sql, params or {}, rows_wanted=False)
        if statement:
            self._waiting.append(statement)

    async def commit(self) -> None:
        if self._begun or len(self._waiting) > 1:
            await self._perform(Statement("COMMIT"))

    async def _perform(self, last: Statement) -> list[Row]:
        statements, self._waiting, self._begun = [*self._waiting, last], [], True
        return await self._connection.perform(statements)


class SqliteDatabase:
    """A database file that is open."""

    kind: Literal["sqlite"] = "sqlite"

    def __init__(self, writer: _Connection, reader: _Connection) -> None:
        self._writer, self._reader = writer, reader
        self._writing, self._reading = asyncio.Lock(), asyncio.Lock()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Transaction]:
        """Open the one transaction that writes; others of this process wait their turn."""
        async with self._writing, _transaction(self._writer, "BEGIN IMMEDIATE") as transaction:
            yield transaction

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """Open a transaction that sees one moment's state."""
        async with self._reading, _transaction(self._reader, "BEGIN") as transaction:
            yield transaction

    async def scrub(self) -> bool:
        """Move the log into the file and cut it off; return whether nobody was reading it."""
        at_once, checkpoint = "PRAGMA busy_timeout=0", "PRAGMA wal_checkpoint(TRUNCATE)"
        async with self._writing, self._reading:
            try:  # whoever writes must not wait until another process has read to its end
                found = await self._writer.perform([Statement(at_once), Statement(checkpoint)])
            finally:
                await self._writer.perform([Statement(f"PRAGMA busy_timeout={_BUSY_MS}")])
        return not found[0][0]

    async def close(self) -> None:
        """Close both connections; the last to close a file tidies up its log."""
        await self._reader.close()
        await self._writer.close()


async def open_sqlite(path: str, *, beside: bool) -> SqliteDatabase:
    """Open the file, made if it is not there. Raises Unavailable."""
    checkpoints = ("wal_autocheckpoint=0",) if beside else ()
    writer = await _connect(path, (*_PRAGMAS, *checkpoints))
    try:
        reader = await _connect(path, (*_PRAGMAS, "query_only=ON"))
    except BaseException:
        await writer.close()
        raise
    return SqliteDatabase(writer, reader)


async def _connect(path: str, pragmas: Sequence[str]) -> _Connection:
    connector: Callable[[], sqlite3.Connection] = partial(
        sqlite3.connect, path, isolation_level=None, cached_statements=_STATEMENTS_KEPT
    )
    connection = _Connection(connector, iter_chunk_size=1)
    await connection.opened()
    try:
        await connection.perform([Statement(f"PRAGMA {pragma}") for pragma in pragmas])
    except BaseException:
        await connection.close()
        raise
    return connection


@asynccontextmanager
async def _transaction(connection: _Connection, begin: str) -> AsyncIterator[Transaction]:
    transaction = _Transaction(connection, begin)
    try:
        yield transaction
        await transaction.commit()
    except BaseException:
        # The connection's thread works in order: what follows finds nothing of this one left.
        await asyncio.shield(connection.undo())
        raise


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        code: Any = getattr(error, "sqlite_errorcode", 0)
        if code & 0xFF in _WORLD:
            raise Unavailable(error.sqlite_errorname) from error
        raise

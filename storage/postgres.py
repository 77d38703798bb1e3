"""PostgreSQL: a pool of connections; replicas of the bot share one database."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any, Literal

import asyncpg

from storage.binding import Params, for_postgres
from storage.database import Row, Transaction, Unavailable

_CONNECTIONS = 8
_PATIENCE_S = 30
_WORLD = (
    asyncpg.PostgresConnectionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.OperatorInterventionError,
    asyncpg.PostgresSystemError,
    asyncpg.TransactionRollbackError,
    asyncpg.LockNotAvailableError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.InterfaceError,
    OSError,
    TimeoutError,
)


class _Transaction:
    kind: Literal["postgres"] = "postgres"

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    async def rows(self, sql: str, params: Params | None = None) -> list[Row]:
        statement = for_postgres(sql, params or {})
        if statement is None:
            return []
        with _translated():
            found = await self._connection.fetch(statement.sql, *statement.arguments)
        return [tuple(row) for row in found]

    async def run(self, sql: str, params: Params | None = None) -> None:
        statement = for_postgres(sql, params or {})
        if statement:
            with _translated():
                await self._connection.execute(statement.sql, *statement.arguments)


class PostgresDatabase:
    """A database that is open."""

    kind: Literal["postgres"] = "postgres"

    def __init__(self, pool: Any) -> None:
        self._pool = pool

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Transaction]:
        """Open a transaction that writes; rows it locks make others wait."""
        async with self._transaction() as transaction:
            yield transaction

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        """Open a transaction that sees one moment's state."""
        async with self._transaction(isolation="repeatable_read", readonly=True) as transaction:
            yield transaction

    async def scrub(self) -> bool:
        """Leave it to the server, which reuses the room of deleted rows by itself."""
        return True

    async def close(self) -> None:
        """Close the pool when its transactions are through."""
        await self._pool.close()

    @asynccontextmanager
    async def _transaction(self, **options: Any) -> AsyncIterator[Transaction]:
        with _translated():
            connection = await self._pool.acquire(timeout=_PATIENCE_S)
        try:
            transaction = connection.transaction(**options)
            with _translated():
                await _begin(transaction)
            try:
                yield _Transaction(connection)
            except BaseException:
                with suppress(*_WORLD):  # the server undoes what a broken connection leaves
                    await asyncio.shield(transaction.rollback())
                raise
            with _translated():
                await transaction.commit()
        finally:
            await self._pool.release(connection)


async def _begin(transaction: Any) -> None:
    """Begin; for whoever is cancelled meanwhile it is begun and undone all the same."""
    beginning = asyncio.ensure_future(transaction.start())
    try:
        await asyncio.shield(beginning)
    except asyncio.CancelledError:
        with suppress(*_WORLD):
            await beginning
            await transaction.rollback()
        raise


async def open_postgres(url: str) -> PostgresDatabase:
    """Open a pool of connections. Raises Unavailable."""
    with _translated():
        pool = await asyncpg.create_pool(
            url,
            min_size=1,
            max_size=_CONNECTIONS,
            timeout=_PATIENCE_S,
            statement_cache_size=512,
            server_settings={"jit": "off", "lock_timeout": "5s"},
            reset=_leave_as_it_is,
        )
    return PostgresDatabase(pool)


async def _leave_as_it_is(_connection: Any) -> None:
    """Save the visit that would reset settings: our statements leave none behind."""


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except _WORLD as error:
        raise Unavailable(type(error).__name__) from error

"""A database seen from outside: its transactions are counted, its statements may fail."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from storage.binding import Params
from storage.database import Database, Row, Transaction
from storage.dialect import Kind


def fine(_sql: str, _params: Params) -> None:
    """Let every statement pass."""


class FaultyDatabase:
    """Passes everything on to a real database.

    strike    is shown each statement that writes first, and raises to make it fail
    written   how many writing transactions were begun
    asked     how many statements they had that return rows
    """

    def __init__(self, inner: Database, strike: Callable[[str, Params], None] = fine) -> None:
        self._inner = inner
        self.strike = strike
        self.written = 0
        self.asked = 0

    @property
    def kind(self) -> Kind:
        return self._inner.kind

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Transaction]:
        async with self._inner.writing() as tx:
            self.written += 1
            yield _Transaction(self, tx)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Transaction]:
        async with self._inner.reading() as tx:
            yield tx

    async def scrub(self) -> bool:
        return await self._inner.scrub()

    async def close(self) -> None:
        await self._inner.close()


class _Transaction:
    def __init__(self, database: FaultyDatabase, inner: Transaction) -> None:
        self._database = database
        self._inner = inner

    @property
    def kind(self) -> Kind:
        return self._inner.kind

    async def rows(self, sql: str, params: Params | None = None) -> list[Row]:
        self._database.asked += 1
        self._database.strike(sql, params or {})
        return await self._inner.rows(sql, params or {})

    async def run(self, sql: str, params: Params | None = None) -> None:
        self._database.strike(sql, params or {})
        await self._inner.run(sql, params or {})


def failing_first(times: int, error: Exception) -> Callable[[str, Params], None]:
    """Return a strike: so many transactions fail when they insert something, then none."""
    left = [error] * times

    def strike(sql: str, _params: Params) -> None:
        if "INSERT" in sql and left:
            raise left.pop()

    return strike


def refusing(words: str, *, table: str = "outbox") -> Callable[[str, Params], None]:
    """Return a strike: what is written into a table must not have these words in it."""

    def strike(sql: str, params: Params) -> None:
        if f"INSERT INTO {table}" in sql and words in str(params):
            raise LookupError(words)

    return strike

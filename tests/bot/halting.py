"""A database whose transaction stands still before one of its writes, while others go on."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from storage.binding import Params
from storage.database import Database, Row, Transaction
from storage.dialect import Kind
from tests.bot.faulty import FaultyDatabase

_WRITES = re.compile(r"\b(INSERT|UPDATE|DELETE)\b")  # or locks what it reads


@dataclass(slots=True)
class Halt:
    """The n-th write, before which a transaction waits until it may go on; 0 is none."""

    at: int
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    go_on: asyncio.Event = field(default_factory=asyncio.Event)
    seen: int = 0

    async def passes(self, sql: str) -> None:
        """Wait here if this is the one."""
        if not _WRITES.search(sql):
            return
        self.seen += 1
        if self.seen == self.at:
            self.reached.set()
            await self.go_on.wait()


class HaltingDatabase(FaultyDatabase):
    """Passes everything on, and waits where it is told to; the commit is the last write of all."""

    def __init__(self, inner: Database, halt: Halt) -> None:
        super().__init__(inner)
        self._halt = halt

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Transaction]:
        async with super().writing() as tx:
            yield _Transaction(tx, self._halt)
            await self._halt.passes("UPDATE")


class _Transaction:
    def __init__(self, inner: Transaction, halt: Halt) -> None:
        self._inner = inner
        self._halt = halt

    @property
    def kind(self) -> Kind:
        return self._inner.kind

    async def rows(self, sql: str, params: Params | None = None) -> list[Row]:
        await self._halt.passes(sql)
        return await self._inner.rows(sql, params or {})

    async def run(self, sql: str, params: Params | None = None) -> None:
        await self._halt.passes(sql)
        await self._inner.run(sql, params or {})

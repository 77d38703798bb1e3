"""What became of rows, kept in memory until a transaction takes it along."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from storage import delivery
from storage.database import Database, Transaction
from storage.delivery import Settled


class Marks:
    """Marks of rows under one lease; only a row that is still under it takes its mark."""

    def __init__(self, db: Database, *, lease: str) -> None:
        self._db = db
        self._lease = lease
        self._waiting: list[Settled] = []
        self._there = asyncio.Event()

    def add(self, mark: Settled) -> None:
        """Keep what became of a row."""
        self._waiting.append(mark)
        self._there.set()

    async def wait(self) -> None:
        """Return when there is a mark."""
        await self._there.wait()

    @asynccontextmanager
    async def riding(self) -> AsyncIterator[Transaction]:
        """Open a transaction that writes, marks first; if it fails, they wait for the next."""
        taken: list[Settled] = []
        try:
            async with self._db.writing() as tx:
                taken, self._waiting = self._waiting, []
                self._there.clear()
                if taken:
                    await delivery.settle(tx, taken, lease=self._lease)
                yield tx
        except BaseException:
            if taken:
                self._waiting = [*taken, *self._waiting]
                self._there.set()
            raise

    async def flush(self) -> None:
        """Write the marks that found no transaction to ride in."""
        if self._waiting:
            async with self.riding():
                pass

"""What became of rows, kept in memory until a transaction takes it along."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Literal

from bot.metering import Metering
from storage import delivery, meters, planned_rows
from storage.database import Database, Transaction
from storage.delivery import Settled
from storage.outbox import OutboxRow


class Marks:
    """Marks of rows under one lease; only a row that is still under it takes its mark."""

    def __init__(self, db: Database, metering: Metering, *, lease: str) -> None:
        self._db = db
        self._metering = metering
        self._lease = lease
        self._waiting: list[Settled] = []
        self._there = asyncio.Event()

    @property
    def lease(self) -> str:
        """The lease of these rows."""
        return self._lease

    def note(
        self,
        row: OutboxRow,
        state: Literal["sent", "failed", "unknown", "expired"],
        *,
        at: int,
        external: str = "",
        error: str = "",
        tried: bool = True,
        parts: int = 0,
    ) -> None:
        """Keep what became of a row, and when (UTC milliseconds).

        What may have arrived counts each time it was tried: not once more where it was not `tried`
        now. `parts` are messages of it that went where the rest did not.
        """
        now = tried and state in {"sent", "unknown"}
        use = self._metering.tried(row, row.doubts + now, at=at, parts=0 if now else parts)
        self._waiting.append(Settled(row.id, state, external, error, at, use))
        self._there.set()

    async def count(self, tx: Transaction, row: OutboxRow, *, at: int, parts: int = 0) -> None:
        """Count a row that is tried no more at its chat, as `note` does (at, UTC milliseconds)."""
        if use := self._metering.tried(row, row.doubts, at=at, parts=parts):
            await meters.count(tx, [use])

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
                    ours = await delivery.settle(tx, taken, lease=self._lease)
                    uses = [one.use for one in taken if one.use and one.id in ours]
                    await meters.count(tx, uses)
                    await self._give_back(tx, [one for one in taken if one.id in ours])
                yield tx
        except BaseException:
            if taken:
                self._waiting = [*taken, *self._waiting]
                self._there.set()
            raise

    async def _give_back(self, tx: Transaction, taken: Sequence[Settled]) -> None:
        """Let what was told with answers that were never sent be told some other time."""
        if lost := [one.id for one in taken if one.state in {"failed", "expired"}]:
            await planned_rows.plan_beside_anew(tx, lost)

    async def flush(self) -> None:
        """Write the marks that found no transaction to ride in."""
        if self._waiting:
            async with self.riding():
                pass

"""Planned rows that had to wait are asked of their sources again before they go.

So are those of channels that count messages: not everything may be said there at any time.
"""

from collections.abc import Sequence

import structlog

from bot.bug import told
from bot.remembering import remember
from bot.remind.fates import Fates, fates_of
from bot.remind.rationing import Rationing
from bot.remind.source import Source
from bot.shell import Shell
from storage import occurrences, planned_rows
from storage.database import Transaction, Unavailable
from storage.outbox import OutboxRow

FRESH_MS = 60_000  # what was written so shortly ago is as it was
POISONED_MS = 3_600_000
log = structlog.get_logger()


class AskingAgain:
    """Asks in the transaction in which rows are claimed; `rationing` where a channel counts."""

    def __init__(
        self, shell: Shell, sources: Sequence[Source], rationing: Rationing | None = None
    ) -> None:
        self._shell = shell
        self._sources = sources
        self._rationing = rationing

    async def still_owed(self, tx: Transaction, rows: Sequence[OutboxRow]) -> list[OutboxRow]:
        """Return the rows that go now, in the words of now; the others are dropped or put off."""
        now = self._shell.clock.now_ms()
        waited = [row for row in rows if row.planned and not self._goes(row, now)]
        kept = await self._asked(tx, waited, now) if waited else {}
        asked = {row.id for row in waited}
        return [kept.get(row.id, row) for row in rows if row.id in kept or row.id not in asked]

    def _goes(self, row: OutboxRow, now: int) -> bool:
        """Return whether nothing has to be asked of a planned row.

        It was written just now; what a clock set back has not come to yet was not.
        """
        counted = self._rationing is not None and row.channel in self._shell.plans
        return 0 <= now - row.created_at <= FRESH_MS and not counted

    async def _asked(
        self, tx: Transaction, rows: Sequence[OutboxRow], now: int
    ) -> dict[str, OutboxRow]:
        """Ask of all rows at once; where that fails, of fewer, so that only the bad one waits."""
        await tx.run("SAVEPOINT asking")
        try:
            fates = await fates_of(tx, rows, self._shell, self._sources, now=now)
            kept = await self._carried_out(tx, fates, now)
            await self._counted(tx, rows, fates, now)
        except Unavailable:
            raise
        except Exception as bug:  # noqa: BLE001 - no bug of one matter stops the rest for ever
            log.warning("could not be asked again", rows=len(rows), bug=told(bug))
            await tx.run("ROLLBACK TO SAVEPOINT asking")
            kept = await self._apart(tx, rows, now)
        await tx.run("RELEASE SAVEPOINT asking")
        return kept

    async def _apart(
        self, tx: Transaction, rows: Sequence[OutboxRow], now: int
    ) -> dict[str, OutboxRow]:
        if len(rows) == 1:
            await planned_rows.put_off(tx, {rows[0].id: now + POISONED_MS})
            return {}
        half = len(rows) // 2
        first = await self._asked(tx, rows[:half], now)
        return first | await self._asked(tx, rows[half:], now)

    async def _counted(
        self, tx: Transaction, rows: Sequence[OutboxRow], fates: Fates, now: int
    ) -> None:
        """Count what may have arrived of rows that are not tried again."""
        if self._rationing:
            doubtful = [row for row in rows if fates.dropped.get(row.id) == "unknown"]
            await self._rationing.count(tx, doubtful, now)

    async def _carried_out(self, tx: Transaction, fates: Fates, now: int) -> dict[str, OutboxRow]:
        held = await self._rationing.held(tx, fates.going, now) if self._rationing else {}
        said = [one.written for one in fates.going if one.row.id not in held]
        going = await remember(tx, said)
        await planned_rows.reword(tx, going)
        await planned_rows.put_off(tx, fates.put_off)
        await planned_rows.hold(tx, held)
        await planned_rows.drop(tx, fates.dropped, at=now)
        await occurrences.withhold(tx, fates.why)
        return {row.id: row for row in going}

"""What nobody waits for: events are sealed, what is old enough goes, what was deleted is gone."""

import asyncio
from pathlib import Path

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.anchoring import Anchoring
from bot.anchors import anchor_list
from bot.clock import Clock
from bot.erasures import Erasures
from bot.lookout import Lookout
from bot.retention import Retention
from bot.sealing import Sealing
from bot.waiting import watched
from storage.database import Database

HOUR, MINUTE = 3, 10  # by the programme's clock, when nobody writes
AT_THE_LATEST = 26 * 3600.0  # seconds; a wall clock that is set back stops the scheduler
AGAIN = 60.0


class Upkeep:
    """Everything that has to be done now and then, at the start and once a day."""

    def __init__(
        self, db: Database, clock: Clock, data: Path, erasures: Erasures, retention: Retention
    ) -> None:
        self._db = db
        self._anchoring = Anchoring(db, anchor_list(data), clock)
        self._erasures = erasures
        self._retention = retention
        self._sealing = Sealing(db)
        self._lookouts = (
            Lookout(self._sealing.seal_new, what="sealing"),
            Lookout(self._anchoring.drop_if_due, what="anchoring"),
            Lookout(self._today, what="the daily round"),
        )
        self._scheduler = AsyncIOScheduler(timezone=clock.zone)
        self._scrubbing: asyncio.Task[None] | None = None

    async def before_anybody_writes(self) -> None:
        """Forget once more whom a restored database knows again. Raises Unavailable, OSError."""
        await self._erasures.do_again(self._db)

    def start(self) -> None:
        """Begin."""
        daily = self._lookouts[-1].look
        self._scheduler.add_job(daily, "cron", hour=HOUR, minute=MINUTE, coalesce=True)
        self._scheduler.start()
        for lookout in self._lookouts:
            lookout.start()
        self._scrubbing = asyncio.create_task(self._scrub(), name="scrubbing")

    async def stop(self) -> None:
        """Stop; whatever was not done is done at the next start."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        for lookout in self._lookouts:
            await lookout.stop()
        if self._scrubbing:
            self._scrubbing.cancel()
            await asyncio.gather(self._scrubbing, return_exceptions=True)

    async def _today(self) -> float:
        await self._sealing.seal_new()
        await self._anchoring.drop()
        await self._retention.run()
        self._sealing.look_everywhere()
        return AT_THE_LATEST

    async def _scrub(self) -> None:
        """Leave nothing of who was forgotten in the database's log; who reads it delays that."""
        while True:
            await self._erasures.done.wait()
            self._erasures.done.clear()
            if not await watched(self._scrubbed(), what="scrubbing"):
                continue
            await asyncio.sleep(AGAIN)
            self._erasures.done.set()

    async def _scrubbed(self) -> float:
        """Return 0.0 when it is done."""
        return 0.0 if await self._db.scrub() else AGAIN

"""Notes that the bot is alive, so that whoever starts next knows how long it was away."""

from collections.abc import Callable
from time import monotonic

import structlog

from bot.remind.source import Moment
from storage import gaps
from storage.database import Database

EVERY_MS = 60_000
log = structlog.get_logger()


class Heart:
    """Beats before each planning, and before anybody's message is taken in."""

    def __init__(self, seconds: Callable[[], float] = monotonic) -> None:
        self._seconds = seconds
        self._beaten = 0.0
        self._wall = 0

    async def keep(self, db: Database, moment: Moment) -> None:
        """Note it, once a minute."""
        await self.beat(db, moment.now)

    async def beat(self, db: Database, now: int) -> None:
        """Note it now (UTC milliseconds), and the gap it ends."""
        if 0 <= now - self._wall < EVERY_MS:
            return
        elapsed = (self._seconds() - self._beaten) * 1000
        running = bool(self._wall) and elapsed < gaps.GAP_MS
        async with db.writing() as tx:
            gap = await gaps.beat(tx, now=now, running=running)
        if running and abs(now - self._wall - elapsed) > EVERY_MS:
            log.warning("the clock was set", by_ms=round(now - self._wall - elapsed))
        if gap:
            log.warning("was away", start=gap.start, end=gap.end)
        self._wall, self._beaten = now, self._seconds()

"""Anchors dropped while things happen, so that no end of the record is cut off unseen."""

import asyncio

import structlog

from bot.clock import Clock
from bot.lasting_list import LastingList
from rules.chain import Anchor
from storage import seals
from storage.database import Database

LOOK_SECONDS = 5.0
MOST_EVENTS = 100  # sealed since the last anchor
MOST_MS = 3_600_000
log = structlog.get_logger()


class Anchoring:
    """Writes the head of the chain down where the database cannot change it.

    The first head there is at once, then after so many events, or an hour with any.
    """

    def __init__(self, db: Database, anchors: LastingList, clock: Clock) -> None:
        self._db = db
        self._anchors = anchors
        self._clock = clock
        self._last = Anchor(0, "")
        self._at = 0
        self._one = asyncio.Lock()

    async def drop_if_due(self) -> float:
        """Drop an anchor if it is time; return in how many seconds to look again."""
        late = self._clock.now_ms() - self._at >= MOST_MS
        await self.drop(at_least=1 if late or not self._last.number else MOST_EVENTS)
        return LOOK_SECONDS

    async def drop(self, *, at_least: int = 1) -> None:
        """Drop an anchor if so many events were sealed since the last one. Raises OSError."""
        async with self._one:
            async with self._db.reading() as tx:
                head = await seals.head(tx)
            if head.number - self._last.number < at_least:
                return
            now = self._clock.now_ms()
            at = self._clock.local(now).isoformat(timespec="seconds")
            log.info("anchor", number=head.number, hash=head.hash)
            await self._anchors.add([f"{at} {head.number} {head.hash}"])
            self._last, self._at = head, now

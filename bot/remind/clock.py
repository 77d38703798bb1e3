"""What wakes the planner: every few seconds, and at once when something was changed."""

import asyncio
from time import monotonic

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import Clock
from bot.lookout import Lookout
from bot.remind.planner import Planner

BEAT_SECONDS = 15.0
GATHER_SECONDS = 3.0  # one planning does for all that was changed meanwhile
MISSED = 2  # beats, after which the scheduler is begun anew
log = structlog.get_logger()


class PlanningClock:
    """Plans at every beat of a scheduler in which nothing is stored.

    A scheduler goes by the wall clock, and stands still when that is set back; the watchdog goes
    by monotonic time.
    """

    def __init__(
        self, planner: Planner, clock: Clock, *, beat_seconds: float = BEAT_SECONDS
    ) -> None:
        self._planner = planner
        self._clock = clock
        self._beat_seconds = beat_seconds
        self._beaten = monotonic()
        self._lookout = Lookout(self._plan, what="planning")
        self._scheduler = self._begun()
        self._watchdog: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin."""
        self._beaten = monotonic()
        self._lookout.start()
        self._scheduler.start()
        self._watchdog = asyncio.create_task(self._watch(), name="planning-watchdog")

    async def stop(self) -> None:
        """Stop; what was not planned is planned at the next start."""
        if self._watchdog:
            self._watchdog.cancel()
            await asyncio.gather(self._watchdog, return_exceptions=True)
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        await self._lookout.stop()

    def poke(self) -> None:
        """Plan soon: something was changed that others are to be told of."""
        self._lookout.look()

    def _begun(self) -> AsyncIOScheduler:
        scheduler = AsyncIOScheduler(timezone=self._clock.zone)
        scheduler.add_job(
            self._beat,
            "interval",
            seconds=self._beat_seconds,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
        return scheduler

    async def _beat(self) -> None:
        self._beaten = monotonic()
        self._lookout.look()

    async def _plan(self) -> float:
        await asyncio.sleep(GATHER_SECONDS)
        await self._planner.plan(self._clock.now_ms())
        return self._beat_seconds * MISSED

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(self._beat_seconds)
            if monotonic() - self._beaten <= self._beat_seconds * MISSED:
                continue
            log.warning("the planner's clock stood still", seconds=monotonic() - self._beaten)
            self._scheduler.shutdown(wait=False)
            self._scheduler = self._begun()
            self._scheduler.start()
            self._beaten = monotonic()
            self._lookout.look()

"""The bloc of Hưng Yên through a year, with two planners on connections of their own.

At random moments one planner is cut off in the middle of what it does, and another begins.
"""

import asyncio
import heapq
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from random import Random

from bot.bell import Bell
from bot.deliver import Deliverer
from bot.remind.planner import AHEAD_MS, Planner
from bot.remind.series import ComingMeetings
from bot.remind.sources import sources
from storage.database import Database, Unavailable, open_database
from tests.hamlet import Hamlet, hamlet
from tests.prove.bloc_doing import do
from tests.prove.bloc_people import Everybody, bloc_programme, settle_bloc
from tests.prove.year_deeds import DAY_MS, Deed, registrations, replies
from tests.prove.year_oracle import Lived, Planned, Told

YEAR = 2025
_LOOKS_MS = DAY_MS // 2  # how often people see which meetings are new
_STEPS_OF_A_PLAN = 400  # of the event loop, within which one is cut off


@dataclass(frozen=True, slots=True)
class Size:
    """How large a year is: units that meet each month, members of each, planners cut off.

    ahead_ms  how far the planners look
    """

    seed: int
    meeting: int = 84
    members: int = 52
    cuts: int = 60
    ahead_ms: int = AHEAD_MS


class BlocYear:
    """One year on the empty database at `url`."""

    def __init__(self, url: str, size: Size) -> None:
        self._url = url
        self._size = size
        self._random = Random(size.seed)  # noqa: S311 - repeatable
        self._ahead: list[Deed] = []
        self._done: list[Deed] = []
        self._known: dict[str, Sequence[str]] = {}

    async def live(self) -> Lived:
        """Go through the year; return what it came to."""
        async with AsyncExitStack() as closing:
            connections = [await _opened(closing, self._url, beside=n > 0) for n in range(2)]
            world = hamlet(connections[0], bloc_programme(), moment=f"{YEAR}-01-01 00:00")
            who = await settle_bloc(world, meeting=self._size.meeting, members=self._size.members)
            first, last = _ms(world, f"{YEAR}-02-01"), _ms(world, f"{YEAR}-04-15")
            self._ahead = registrations(self._random, who.contacts, first=first, last=last)
            heapq.heapify(self._ahead)
            await self._through(world, who, connections)
            return await self._come_to(world, who)

    async def _through(
        self, world: Hamlet, who: Everybody, connections: Sequence[Database]
    ) -> None:
        end, planned, looked = _ms(world, f"{YEAR + 1}-01-01"), 0, world.clock.ms
        start = world.clock.ms
        cuts = {self._random.randrange(start, end) for _ in range(self._size.cuts)}
        planners = self._planners(world, connections)
        while world.clock.ms < end:
            if world.clock.ms >= looked:
                await self._look(world, who)
                looked = world.clock.ms + _LOOKS_MS
            if world.clock.ms >= planned:
                if overdue := {cut for cut in cuts if cut <= world.clock.ms}:
                    cuts -= overdue
                    await self._cut_off(planners[0], world)
                    planners = self._planners(world, connections)
                planned = min(await asyncio.gather(*(_plan(p, world) for p in planners)))
            await self._do_next(world, who, before=min(planned, looked, end))

    def _planners(self, world: Hamlet, connections: Sequence[Database]) -> list[Planner]:
        """Return planners that have just begun, one on each connection."""
        ahead = self._size.ahead_ms
        return [_planner(world, db, f"planner-{n}", ahead) for n, db in enumerate(connections)]

    async def _do_next(self, world: Hamlet, who: Everybody, *, before: int) -> None:
        """Let the next deed be done if it comes before anything else; go on to then."""
        if self._ahead and self._ahead[0].at < before:
            deed = heapq.heappop(self._ahead)
            world.clock.ms = max(world.clock.ms, deed.at)
            await do(world, deed, office=who.office)
            self._done.append(replace(deed, at=world.clock.ms))
        else:
            world.clock.ms = before

    async def _cut_off(self, planner: Planner, world: Hamlet) -> None:
        """Let a planner begin, and be no more."""
        planning = asyncio.create_task(planner.plan(world.clock.ms))
        for _ in range(self._random.randrange(_STEPS_OF_A_PLAN)):
            await asyncio.sleep(0)
        planning.cancel()
        await asyncio.gather(planning, return_exceptions=True)

    async def _look(self, world: Hamlet, who: Everybody) -> None:
        """Let people see the meetings that are new, and make up their minds."""
        async with world.db.reading() as tx:
            found = await tx.rows(
                "SELECT id, unit, revision, starts_at FROM meetings WHERE starts_at > :now",
                {"now": world.clock.ms + DAY_MS},
            )
        for meeting, unit, revision, start in sorted(found):
            if meeting in self._known:
                continue
            self._known[meeting] = who.invited[unit]
            about = (meeting, unit, revision, start)
            for deed in replies(self._random, who.invited[unit], about, now=world.clock.ms):
                heapq.heappush(self._ahead, deed)

    async def _come_to(self, world: Hamlet, who: Everybody) -> Lived:
        async with world.db.reading() as tx:
            planned = await tx.rows(
                "SELECT rule, subject, step, person, at, reason, outbox FROM occurrences"
            )
            told = await tx.rows(
                "SELECT id, person, state, say, created_at FROM outbox WHERE planned = 1"
            )
        return Lived(
            who.contacts,
            self._done,
            [Planned(*row) for row in planned],
            [Told(*row) for row in told],
            self._known,
        )


def _planner(world: Hamlet, db: Database, lease: str, ahead_ms: int) -> Planner:
    shell = replace(world.shell, lease=lease)
    deliver = Deliverer(db, {}, world.clock, lease=lease)
    keepers = (ComingMeetings(),)
    return Planner(db, shell, deliver, Bell(), sources(), keepers, ahead_ms=ahead_ms)


async def _plan(planner: Planner, world: Hamlet) -> int:
    """Let a planner plan, again where the database was busy with the other."""
    while True:
        try:
            return await planner.plan(world.clock.ms)
        except Unavailable:
            continue


async def _opened(closing: AsyncExitStack, url: str, *, beside: bool) -> Database:
    database = await open_database(url, beside=beside)
    closing.push_async_callback(database.close)
    return database


def _ms(world: Hamlet, day: str) -> int:
    now, world.clock.ms = world.clock.ms, 0
    world.clock.set(f"{day} 00:00")
    at, world.clock.ms = world.clock.ms, now
    return at

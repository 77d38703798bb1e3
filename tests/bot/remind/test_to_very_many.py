"""An announcement to hundreds in bad weather, killed meanwhile, in virtual time: the short form."""

import asyncio
from collections import Counter, defaultdict
from random import Random

import pytest

from bot.channels import ChannelError, Outgoing
from bot.clock import DAY_MS
from bot.deliver import Deliverer
from bot.line import Line
from bot.pace import Pace
from rules.announcing import Audience
from storage import delivery
from storage.database import Database
from tests.bot.ordering import found
from tests.bot.remind.announced import announced, goes, units_with_contacts, village
from tests.bot.scene import reach, telegram
from tests.hamlet import Hamlet, HandClock

PEOPLE, FAILING, KILLS = 120, 0.10, 3
ALL = Audience(units=tuple(f"u{n:02}" for n in range(1, PEOPLE + 1)))


class Weather:
    """A channel on which one call in ten goes wrong; `got` is what arrived, by chat."""

    metered = False

    def __init__(self, clock: HandClock, seed: int) -> None:
        self.clock = clock
        self.random = Random(seed)  # noqa: S311 - repeatable
        self.got: dict[str, list[str]] = defaultdict(list)
        self.doubts: Counter[str] = Counter()
        self.held: dict[str, int] = {}
        self.calls: list[int] = []
        self.undercut = 0

    async def send(self, outgoing: Outgoing) -> str:
        """Take a message, or fail in one of three ways."""
        self.calls.append(self.clock.ms)
        self.undercut += self.clock.ms < self.held.get(outgoing.chat, 0)
        await asyncio.sleep(0)
        how = self.random.choice(("429", "5xx", "cut")) if self.random.random() < FAILING else ""
        if how == "429":
            self.held[outgoing.chat] = self.clock.ms + 3000
            raise ChannelError("retry", "429", retry_after=3.0)
        if how == "5xx":
            raise ChannelError("retry", "502")
        self.got[outgoing.chat].append(outgoing.id)
        if how == "cut":
            self.doubts[outgoing.chat] += 1
            raise ChannelError("ambiguous", "cut")
        return outgoing.id


@pytest.fixture
async def world(db: Database, monkeypatch: pytest.MonkeyPatch) -> Hamlet:
    """Give the hamlet with many contacts on Telegram; waiting turns its clock."""
    made = await village(db)
    await units_with_contacts(made, PEOPLE, there=0)
    for n in range(1, PEOPLE + 1):
        await reach(made, f"p{n:02}", telegram(f"t{n}"))

    async def wait(_line: Line, seconds: float) -> None:
        made.clock.ms += max(1, round(seconds * 1000))
        await asyncio.sleep(0)

    monkeypatch.setattr(Line, "wait", wait)
    return made


def deliverer(world: Hamlet, weather: Weather, lease: str) -> Deliverer:
    """Return what a process just begun sends with."""
    made = Deliverer(world.db, {"telegram": weather}, world.clock, lease=lease)  # type: ignore[dict-item] # a channel for this
    made._pace = Pace(lambda: world.clock.ms / 1000)
    return made


async def lives(world: Hamlet, weather: Weather, lease: str, *, calls: int) -> None:
    """Send until so many calls were made, then die in the middle of it."""
    deliver = deliverer(world, weather, lease)
    async with world.db.writing() as tx:
        await delivery.release_dead(tx, lease_alive=[lease], now=world.clock.ms)
    while len(weather.calls) < calls and await waits(world):
        if await deliver._claim_due() and not deliver._tasks:
            world.clock.ms += 1000  # nothing is due yet
        while deliver._tasks and len(weather.calls) < calls:
            await asyncio.wait(deliver._tasks, return_when=asyncio.FIRST_COMPLETED)
        if not deliver._tasks:
            await deliver._marks.flush()
    for task in (dying := [*deliver._tasks]):
        task.cancel()
    await asyncio.gather(*dying, return_exceptions=True)
    for (chat,) in await found(world.db, "SELECT chat FROM outbox WHERE state = 'sending'"):
        weather.held.pop(chat, None)  # it died before it could write that down


async def waits(world: Hamlet) -> bool:
    """Return whether anything is still to be sent."""
    return bool(await found(world.db, "SELECT 1 FROM outbox WHERE settled_at = 0 LIMIT 1"))


async def test_in_bad_weather_and_killed_nobody_is_left_out(world: Hamlet) -> None:
    weather = Weather(world.clock, seed=4)
    for dialog in ("first", "second"):
        await announced(world, ALL, dialog=dialog)
    await goes(world)

    for life in range(KILLS):
        await lives(world, weather, f"life-{life}", calls=(life + 1) * PEOPLE // 2)
    await lives(world, weather, "the last", calls=DAY_MS)

    rows = await found(world.db, "SELECT id, chat, state, doubts FROM outbox WHERE chat LIKE 't%'")
    for key, chat, state, doubts in rows:
        copies = weather.got[chat].count(key)
        assert copies >= 1 or state == "unknown"
        assert copies <= 1 + min(1, doubts)
    assert all(got == sorted(got) for got in weather.got.values())
    assert weather.undercut == 0
    assert len(rows) == PEOPLE * 2


@pytest.mark.parametrize("tables_url", ["sqlite"], indirect=True)
async def test_the_pace_is_held(world: Hamlet) -> None:
    weather = Weather(world.clock, seed=5)
    await announced(world, ALL)
    await goes(world)

    await lives(world, weather, "only", calls=PEOPLE)

    seconds = (weather.calls[-1] - weather.calls[0]) / 1000
    assert len(weather.calls) / max(seconds, 1) >= 30 * 0.95

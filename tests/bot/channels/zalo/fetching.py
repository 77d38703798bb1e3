"""What the tests of polling share: a loop that fetches, until they are done."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from bot.channels.zalo import Zalo, ZaloBot
from bot.channels.zalo.polling import Polling
from bot.links.signing import Links
from tests.bot.channels.zalo.taking_in import NOW, Receiving, intake_of
from tests.eventually import eventually
from tests.fakes.zalo import FakeZalo

Sleep = Callable[[float], Awaitable[None]]


async def never(seconds: float) -> None:
    raise AssertionError(f"there was nothing to wait {seconds} s for")


class Fetching:
    """What is fetched for the first bot."""

    def __init__(self, zalo: Zalo, folder: Path, sleep: Sleep) -> None:
        self.receiver = Receiving()
        self.there: list[ZaloBot] = []
        self.intake = intake_of(zalo, folder, self.receiver)
        bot = next(iter(zalo.bots.values()))
        self.loop = Polling(bot, self.intake, there=self.there.append, sleep=sleep)

    async def heard(self, count: int) -> None:
        """Return when so many messages were taken in."""

        async def are_here() -> bool:
            return len(self.receiver.taken) >= count

        await eventually(are_here)


@asynccontextmanager
async def polling(zalo: Zalo, folder: Path, sleep: Sleep = never) -> AsyncIterator[Fetching]:
    fetching = Fetching(zalo, folder, sleep)
    running = asyncio.create_task(fetching.loop.run())
    try:
        yield fetching
    finally:
        fetching.loop.stop()
        await running


@asynccontextmanager
async def alone(server: FakeZalo) -> AsyncIterator[Zalo]:
    """Give the channel with the bots of a server of one's own."""
    bots = [ZaloBot(bot.token, server.url) for bot in server.bots]
    links = Links("https://kheo.example", "key")
    async with Zalo(bots, links=links, hint=str, now=lambda: NOW) as zalo:
        yield zalo

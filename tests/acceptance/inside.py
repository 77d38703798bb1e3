"""The whole bot within the tests' own process, spoken to over HTTP as ever."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

import aiohttp

from bot.assembly import Assembly, assemble
from bot.commands.run import _prepare
from bot.opening import opened
from bot.service import _run
from bot.settings import Settings, read_settings
from storage.database import Database, Row
from tests.bot.channels.web.phone import Phone
from tests.terminal import HOUSE


@dataclass(frozen=True, slots=True)
class Inside:
    """A bot that runs, and what it is made of; `runs` is done when it has ended by itself."""

    settings: Settings
    db: Database
    parts: Assembly
    runs: asyncio.Task[None]

    @property
    def url(self) -> str:
        """Where its page is."""
        return f"http://{self.settings.host}:{self.settings.port}"

    async def rows(self, sql: str) -> list[Row]:
        """Return the rows of a query."""
        async with self.db.reading() as tx:
            return await tx.rows(sql)

    @asynccontextmanager
    async def phone(self) -> AsyncIterator[Phone]:
        """Give a phone on which the page is open."""
        jar = aiohttp.CookieJar(unsafe=True)
        async with aiohttp.ClientSession(self.url, cookie_jar=jar) as session:
            yield await Phone(session).open()


@asynccontextmanager
async def inside(env: Mapping[str, str]) -> AsyncIterator[Inside]:
    """Run the bot; it stops at the end as it does when its operator stops it."""
    settings = read_settings(env, here=HOUSE)
    await _prepare(settings)
    stop, ready = asyncio.Event(), asyncio.Event()
    async with opened(settings) as db, assemble(settings, db) as parts:
        runs = asyncio.create_task(_run(parts, settings, stop, ready.set))
        opening = asyncio.create_task(ready.wait())
        await asyncio.wait({runs, opening}, return_when=asyncio.FIRST_COMPLETED)
        opening.cancel()
        try:
            yield Inside(settings, db, parts, runs)
        finally:
            stop.set()
            await runs

"""A server with files of the hamlet behind it, to be had by links."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from bot.carry_out.wanting import want_file
from bot.links.pages import LinkPages
from bot.links.signing import Links
from conversations.say import SentFile
from rules.file_commands import MakeTemplate
from tests.bot.filing import Desk, desk
from tests.bot.ordering import HANH, everybody_is_here, order
from tests.hamlet import Hamlet
from tests.serving import serving

PUBLIC = "https://danvan.example.vn"
SECRET = "a secret of the tests"


@dataclass(slots=True)
class Lending:
    """The office of the hamlet, and a phone that follows links."""

    world: Hamlet
    office: Desk
    links: Links
    phone: aiohttp.ClientSession
    url: str

    async def made(self, name: str = "Mẫu nhập đơn vị.xlsx", *, kind: str = "template") -> SentFile:
        """Have a file made for Hạnh; return what her chat is handed."""
        async with self.world.db.writing() as tx:
            given = await order(tx, self.world, HANH, MakeTemplate("units"))
            await want_file(tx, given, kind=kind, name=name, about={"of": "units"})
        await self.office.work()
        file = (await self.office.says())[-1].file
        assert file
        return file

    def link(self, file: SentFile, *, person: str = "hanh") -> str:
        """Return the way to a file on the server, as it is signed now."""
        return self.links.to(file, person=person, now=self.world.clock.ms).removeprefix(PUBLIC)

    async def follows(self, way: str) -> tuple[int, str]:
        """Follow a way; return the status and the page, as far as it is words."""
        answer, data = await self.fetches(way)
        return answer.status, data.decode(errors="replace")

    async def fetches(self, way: str) -> tuple[aiohttp.ClientResponse, bytes]:
        """Fetch what is at a way; return the answer and its bytes."""
        async with self.phone.get(self.url + way) as answer:
            return answer, await answer.read()


@asynccontextmanager
async def lending(world: Hamlet, folder: Path) -> AsyncIterator[Lending]:
    """Give the office with its files and the server that hands them out by links."""
    await everybody_is_here(world)
    office, links = desk(world, folder), Links(PUBLIC, SECRET)
    pages = LinkPages(
        links,
        office.parts.shelf,
        world.shell,
        home=PUBLIC,
        clock=lambda: world.clock.ms / 1000,
    )
    async with (
        serving(pages.routes()) as url,
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as phone,
    ):
        yield Lending(world, office, links, phone, url)

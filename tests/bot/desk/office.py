"""The desk on a real port, and somebody of the office at it."""

import io
import re
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import unescape
from itertools import count
from typing import Any

import aiohttp
from aiohttp import web

from bot.bell import Bell
from bot.deliver import Deliverer
from bot.desk.pages import Pages
from bot.desk.site import Desk
from bot.desk.tools import Tools
from bot.pictures import PictureKeeper
from rules.office_commands import OpenDesk
from rules.office_results import DeskOpen
from storage.chats import Chat
from storage.database import Database
from tests.bot.ordering import HANH, give
from tests.hamlet import Hamlet

TOKEN = re.compile('name="token" value="([0-9a-f]{32})"')
HIDDEN = re.compile(r'type="hidden" name="([^"]+)" value="([^"]*)"')


class DeskSite:
    """A server of the desk; `bell` rings in this process only. `db` stands in for the world's."""

    def __init__(self, world: Hamlet, db: Database | None = None) -> None:
        self.world = world
        self.db = db or world.db
        self.bell = Bell()
        self.port = 0
        self.seconds = count(0.0, 0.01)
        self.deliver = Deliverer(self.db, {}, world.clock, lease=world.shell.lease)
        self.pictures = PictureKeeper(world.shell.files._folder.parent)
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """Where the server is, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def tools(self) -> Tools:
        """Return what the pages work with."""
        return Tools(
            db=self.db,
            shell=self.world.shell,
            deliver=self.deliver,
            bell=self.bell,
            pages=Pages(),
            pictures=self.pictures,
            files_wanted=lambda: None,
            public_url="",
            clock=lambda: next(self.seconds),
        )

    async def up(self) -> None:
        """Listen."""
        desk = Desk(self.tools())
        app = web.Application()
        app.add_routes(desk.routes())
        app.on_shutdown.append(desk.close)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        listener = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await listener.start()
        self.port = self._runner.addresses[0][1]

    async def down(self) -> None:
        """Refuse connections and end those there are."""
        if self._runner:
            await self._runner.cleanup()
        await self.deliver.stop()


class Staff:
    """Somebody at a browser; `page` is what they read last, `status` how it was answered."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session
        self.page = ""
        self.status = 0
        self.where = ""

    async def opens(self, path: str, **headers: str) -> str:
        """Open a page; return what it says."""
        async with self.session.get(path, headers=headers) as answer:
            return await self._read(answer)

    async def sends(self, path: str, **form: Any) -> str:
        """Send a form of the page that is open; return the page it leads to."""
        form.setdefault("token", self.token)
        async with self.session.post(path, data=form) as answer:
            return await self._read(answer)

    async def sends_as(self, path: str, headers: dict[str, str], **form: Any) -> int:
        """Send a form with headers of one's own; return the status."""
        form.setdefault("token", self.token)
        async with self.session.post(
            path, data=form, headers=headers, allow_redirects=False
        ) as answer:
            return answer.status

    async def signs_in(self, world: Hamlet, chat: Chat = HANH) -> None:
        """Ask for the link in a chat, follow it, press the button."""
        path = await link(world, chat)
        await self.opens(path)
        await self.sends(path)

    @property
    def token(self) -> str:
        """What forms of this page carry."""
        found = TOKEN.search(self.page)
        return found[1] if found else ""

    @property
    def said(self) -> str:
        """What came of the last form, as the page says."""
        found = re.search('role="status">([^<]*)</p>', self.page)
        return unescape(found[1]) if found else ""

    async def _read(self, answer: aiohttp.ClientResponse) -> str:
        self.page = opened(await answer.read())
        self.status, self.where = answer.status, str(answer.url)
        return self.page


def opened(content: bytes) -> str:
    """Return what is in an answer, also inside a packed file."""
    if not content.startswith(b"PK"):
        return content.decode(errors="replace")
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return "".join(packed.read(name).decode(errors="replace") for name in packed.namelist())


async def link(world: Hamlet, chat: Chat = HANH) -> str:
    """Return the path of a link somebody asked for."""
    opened = await give(world, chat, OpenDesk())
    assert isinstance(opened, DeskOpen)
    return "/" + opened.link.split("/", 3)[3]


@asynccontextmanager
async def desk_up(world: Hamlet) -> AsyncIterator[DeskSite]:
    """Give a desk that listens; down at the end."""
    site = DeskSite(world)
    await site.up()
    try:
        yield site
    finally:
        await site.down()


@asynccontextmanager
async def at(site: DeskSite) -> AsyncIterator[Staff]:
    """Give somebody with a browser of their own."""
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(site.url, cookie_jar=jar) as session:
        yield Staff(session)


def hidden(page: str) -> dict[str, str]:
    """Return what the form behind the preview carries."""
    return dict(HIDDEN.findall(page.partition('id="preview"')[2].partition("</form>")[0]))

"""The web chat on a real port, with a switch for each way a network fails."""

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.bell import Bell
from bot.channels import Receiver
from bot.channels.web.routes import WebChat
from bot.pictures import PictureKeeper
from bot.ways_in import Follower, Led
from rules.refused import Refused
from storage.chats import Chat
from storage.database import Database, Transaction, Unavailable, open_database
from storage.migrate import migrate
from tests.bot.channels.web.assistant import NOON, Assistant
from tests.bot.channels.web.words import REFUSALS, WORDS


class Files:
    """Tables that came, and files there are to be had: name and bytes by id, b"" for gone."""

    def __init__(self) -> None:
        self.came: list[bytes] = []
        self.there: dict[str, tuple[str, bytes]] = {}

    async def keep(self, data: bytes, _chat: Chat) -> str:
        """Keep a table."""
        self.came.append(data)
        return f"{len(self.came):064x}"

    async def hand_out(self, key: str, *, person: str) -> tuple[str, bytes]:
        """Hand a file out to whoever asks; whose it is is known elsewhere."""
        name, data = self.there.get(key, ("", b""))
        if not (person and name):
            raise Refused("file-unknown")
        if not data:
            raise Refused("file-gone")
        return name, data


class Site:
    """A server on 127.0.0.1 that can be taken down and brought up again at the same port.

    posts     what the pages sent: path and query, bytes
    cut_next  cut the connection after the next message was taken, before its answer
    ways      (app, beginning of the link) where codes can be followed instead
    full      whether Zalo has no room
    followers who asked for them
    seconds   what the server's clock shows
    """

    def __init__(self, database: Database, folder: Path, *, public_url: str = "") -> None:
        self.bell = Bell()
        self.database = database
        self.assistant = Assistant(database, self.bell)
        self.folder = folder
        self.public_url = public_url
        self.ways: list[tuple[str, str]] = []
        self.full = False
        self.followers: list[Follower] = []
        self.files = Files()
        self.posts: list[tuple[str, int]] = []
        self.cut_next = False
        self.seconds = 0.0
        self.port = 0
        self._runner: web.AppRunner | None = None

    @property
    def url(self) -> str:
        """Where the server is, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    async def _lead(self, _tx: Transaction, code: str, who: Follower) -> Led:
        self.followers.append(who)
        if self.assistant.down:
            raise Unavailable("down")
        return Led(tuple((app, f"{link}{code}") for app, link in self.ways), self.full)

    async def up(self, receiver: Receiver | None = None) -> None:
        """Listen; `receiver` stands in for the small assistant."""
        now = itertools.count(NOON)
        chat = WebChat(
            database=self.database,
            receiver=receiver or self.assistant,
            pictures=PictureKeeper(self.folder),
            tables=self.files,
            files=self.files,
            bell=self.bell,
            words=WORDS,
            refusals=REFUSALS,
            public_url=self.public_url,
            ways=self._lead,
            now=lambda: next(now),
            today=lambda: "2027-03-16",
            clock=lambda: self.seconds,
        )
        app = web.Application(middlewares=[self._failing])
        app.add_routes(chat.routes())
        app.on_shutdown.append(chat.close)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        listener = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await listener.start()
        self.port = self._runner.addresses[0][1]

    async def down(self) -> None:
        """Refuse connections and end those there are."""
        if self._runner:
            await self._runner.cleanup()
        self._runner = None

    @web.middleware
    async def _failing(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.method == "POST":
            self.posts.append((request.path_qs, request.content_length or 0))
        response = await handler(request)
        if request.method == "POST" and self.cut_next and request.transport:
            self.cut_next = False
            request.transport.abort()
        return response


@asynccontextmanager
async def opened(folder: Path, *, public_url: str = "") -> AsyncIterator[Site]:
    """Give a site with an empty database in a folder; up, and down at the end."""
    database = await open_database(f"sqlite:///{folder}/kheo.db")
    try:
        await migrate(database)
        site = Site(database, folder, public_url=public_url)
        await site.up()
        yield site
        await site.down()
    finally:
        await database.close()

"""The web chat over HTTP: the page, what the page says, what the page shows."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from math import ceil
from typing import Any, Protocol

import orjson
from aiohttp import web

from bot.bell import Bell
from bot.channels import FileSent, Incoming, PictureSent, Receiver
from bot.channels.web import bubbles
from bot.channels.web.assets import Assets, served
from bot.channels.web.downloads import Downloads, Files
from bot.channels.web.guard import Flood, check_origin
from bot.channels.web.parse import Message, parse, parse_code, parse_id
from bot.channels.web.protect import HEADERS, TRY_AGAIN, Handler, protected
from bot.channels.web.session import chat_of, keep_session
from bot.channels.web.stream import HEADERS as STREAM_HEADERS
from bot.channels.web.stream import Streams
from bot.pictures import PictureKeeper
from bot.ways_in import Follower, Led
from conversations.said import File, Photo
from papers.picture import MOST_BYTES as MOST_PICTURE
from rules.file_names import file_name
from rules.refused import Refused
from rules.table import MOST_BYTES as MOST_TABLE
from storage.chats import Chat
from storage.database import Database, Transaction, Unavailable

_PHONE = re.compile("Mobi|Android|iPhone|iPad|Zalo", re.IGNORECASE)
MOST_BODY = 256 * 1024
MOST_UPLOADS = 12  # at once, each held in memory
PATIENCE = 900.0  # seconds for a photo on the slowest network
SILENCE = 30.0  # seconds without a byte of it


class Tables(Protocol):
    """Where tables wait to be read."""

    async def keep(self, data: bytes, chat: Chat) -> str:
        """Return the hash of what is kept, "" if whoever is at the chat may send no tables."""
        ...


class WebChat:
    """Serves the page and takes what it sends.

    words       the page's own words by key
    refusals    sentences by reason: "too-long", "not-understood" and those of PictureKeeper.keep
    public_url  where people open the page
    ways        where a code can be followed instead of on the page, and by whom
    now         UTC milliseconds
    today       the local day, ISO text
    clock       seconds that never go back
    """

    def __init__(
        self,
        *,
        database: Database,
        receiver: Receiver,
        pictures: PictureKeeper,
        tables: Tables,
        files: Files,
        bell: Bell,
        words: Mapping[str, str],
        refusals: Mapping[str, str],
        public_url: str,
        ways: Callable[[Transaction, str, Follower], Awaitable[Led]],
        now: Callable[[], int],
        today: Callable[[], str],
        clock: Callable[[], float],
    ) -> None:
        self._database = database
        self._receiver = receiver
        self._pictures = pictures
        self._tables = tables
        self._refusals = refusals
        self._public_url = public_url
        self._ways = ways
        self._now = now
        self._today = today
        self._assets = Assets(words, refusals)
        self._downloads = Downloads(database, files, refusals=refusals, gone=words["file_gone"])
        self._flood = Flood(clock)
        self._bell = bell
        self._streams = Streams(database, bell, clock, today)
        self._uploads = asyncio.Semaphore(MOST_UPLOADS)

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""

        def guarded(handler: Handler) -> Handler:
            return protected(handler, self._refusals)

        return [
            web.get("/", guarded(self._page)),
            web.get("/vao/{code}", guarded(self._page)),
            web.get("/page/{version}/{name}", guarded(self._asset)),
            web.get("/chat/bubbles", guarded(self._bubbles)),
            web.get("/chat/events", guarded(self._events), allow_head=False),
            web.post("/chat/say", guarded(self._say)),
            web.post("/chat/photo", guarded(self._photo)),
            web.post("/chat/table", guarded(self._table)),
            *self._downloads.routes(),
        ]

    async def close(self, _app: web.Application | None = None) -> None:
        """End the streams, so that the server can stop (an on_shutdown of aiohttp)."""
        self._streams.close()

    async def _page(self, request: web.Request) -> web.StreamResponse:
        code = parse_code(request.match_info.get("code", ""))
        response = web.Response(content_type="text/html")
        response.headers["Cache-Control"] = "private, no-cache"
        chat = keep_session(request, response, secure=self._public_url.startswith("https:"))
        response.text = self._assets.html(code, await self._led(request, code, chat))
        response.enable_compression()
        return response

    async def _led(self, request: web.Request, code: str, chat: str) -> Led:
        """Return where a code can be followed; without the database on this page alone."""
        if not code:
            return Led()
        computer = not _PHONE.search(request.headers.get("User-Agent", ""))
        try:
            async with self._database.reading() as tx:
                return await self._ways(tx, code, Follower(chat, computer=computer, here="web"))
        except Unavailable:
            return Led()

    async def _asset(self, request: web.Request) -> web.StreamResponse:
        return served(request, self._assets.files)

    async def _bubbles(self, request: web.Request) -> web.StreamResponse:
        after = bubbles.known_id(request.query.get("after"))
        found = await bubbles.read(
            self._database, chat_of(request), after=after, today=self._today()
        )
        shown = [bubbles.to_json(row) for row in found.bubbles]
        response = _answer({"whose": found.person, "bubbles": shown})
        response.enable_compression()
        await bubbles.note_read(self._database, found.bubbles)
        return response

    async def _events(self, request: web.Request) -> web.StreamResponse:
        after = request.headers.get("Last-Event-ID") or request.query.get("after")
        response = web.StreamResponse(headers={**HEADERS, **STREAM_HEADERS})
        await self._streams.serve(
            request, response, chat=chat_of(request), after=bubbles.known_id(after)
        )
        return response

    async def _say(self, request: web.Request) -> web.StreamResponse:
        chat = self._speaker(request)
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        message = parse(await _body(request, MOST_BODY, "too-long"))
        return await self._take(chat, message)

    async def _photo(self, request: web.Request) -> web.StreamResponse:
        chat = self._speaker(request)
        external = parse_id(request.query.get("id"))
        if self._uploads.locked():
            raise web.HTTPServiceUnavailable(headers={"Retry-After": TRY_AGAIN})
        async with self._uploads:
            data = await _body(request, MOST_PICTURE, "picture-too-large")
            kept = await self._pictures.keep(data)
        picture = PictureSent(hash=kept.hash, kind=kept.kind, size=kept.size)
        return await self._take(chat, Message(external, Photo("")), picture=picture)

    async def _table(self, request: web.Request) -> web.StreamResponse:
        chat = self._speaker(request)
        external = parse_id(request.query.get("id"))
        name = file_name(request.query.get("name", ""))
        if self._uploads.locked():
            raise web.HTTPServiceUnavailable(headers={"Retry-After": TRY_AGAIN})
        async with self._uploads:
            data = await _body(request, MOST_TABLE, "table-too-large")
            kept = await self._tables.keep(data, Chat("web", "", chat))
        sent = FileSent(hash=kept, size=len(data))
        return await self._take(chat, Message(external, File("", name, len(data))), file=sent)

    def _speaker(self, request: web.Request) -> str:
        """Return the chat of who may say something now."""
        check_origin(request, self._public_url)
        chat = chat_of(request)
        if seconds := self._flood.wait(chat):
            raise web.HTTPTooManyRequests(headers={"Retry-After": str(ceil(seconds))})
        return chat

    async def _take(
        self,
        chat: str,
        message: Message,
        *,
        picture: PictureSent | None = None,
        file: FileSent | None = None,
    ) -> web.StreamResponse:
        await self._receiver.take(
            Incoming(
                channel="web",
                bot="",
                chat=chat,
                external=message.id,
                said=message.said,
                at=self._now(),
                label=message.label,
                picture=picture,
                file=file,
            )
        )
        self._bell.ring(chat)  # a stream that was there before the person
        return _answer({"ok": True})


def _answer(content: dict[str, Any]) -> web.Response:
    return web.Response(body=orjson.dumps(content), content_type="application/json")


async def _body(request: web.Request, most: int, reason: str) -> bytes:
    """Return what came; Refused with this reason when it is too much."""
    if (request.content_length or 0) > most:
        raise Refused(reason)
    body = bytearray()
    async with asyncio.timeout(PATIENCE), asyncio.timeout(SILENCE) as silence:
        async for chunk in request.content.iter_any():
            silence.reschedule(asyncio.get_running_loop().time() + SILENCE)
            body += chunk
            if len(body) > most:
                raise Refused(reason)
    return bytes(body)

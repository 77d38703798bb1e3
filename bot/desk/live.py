"""Telling the pages of the desk that something changed: Server-Sent Events."""

import asyncio
import contextlib

from aiohttp import web

from bot.channels.web.protect import HEADERS
from bot.channels.web.stream import HEADERS as STREAM_HEADERS
from bot.desk.frame import Frame
from bot.desk.newest import newest
from bot.desk.seated import seated_now
from bot.desk.tools import BELL
from bot.desk.visitor import Visitor
from storage.database import Unavailable

LOOK_SECONDS = 3.0  # another process may have written, and its bell is not heard here
GATHER_SECONDS = 0.2  # one look does for all that is committed meanwhile
BEAT_LOOKS = 6
MOST = 60  # streams at once; an office has a few


class Live:
    """The pages that listen."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._tools = frame.tools
        self._open = 0
        self._closed = False

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [web.get("/ban/events", self._frame.page(self._events), allow_head=False)]

    def close(self) -> None:
        """End all streams; the pages come back when they can."""
        self._closed = True
        self._tools.bell.ring(BELL)

    async def _events(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        if self._open >= MOST:
            raise web.HTTPServiceUnavailable
        response = web.StreamResponse(headers={**HEADERS, **STREAM_HEADERS})
        self._open += 1
        try:
            await response.prepare(request)
            await response.write(b"retry: 3000\n\n")
            known = request.headers.get("Last-Event-ID") or request.query.get("moc", "")
            await self._listen(response, visitor, known)
        except ConnectionResetError:
            pass  # the page has gone
        finally:
            self._open -= 1
        return response

    async def _listen(self, response: web.StreamResponse, visitor: Visitor, known: str) -> None:
        """Write "changed" whenever the newest event is another, as long as the visitor is there."""
        quiet = 0
        while not self._closed and await self._is_there(visitor):
            # Listen before reading: who rings while the database is read must be heard.
            rung = asyncio.create_task(self._tools.bell.wait(BELL, timeout=LOOK_SECONDS))
            try:
                now = await newest(self._tools)
                if now not in {"", known}:
                    known, quiet = now, 0
                    await response.write(f"id: {now}\nevent: changed\ndata:\n\n".encode())
                elif quiet == BEAT_LOOKS:
                    quiet = 0
                    await response.write(b"event: beat\ndata:\n\n")
                quiet += 1
                if not self._closed:  # while the database was read
                    await rung
                    await asyncio.sleep(GATHER_SECONDS)
            finally:
                rung.cancel()
        await response.write(b"event: bye\ndata:\n\n")

    async def _is_there(self, visitor: Visitor) -> bool:
        with contextlib.suppress(Unavailable):
            return await seated_now(self._tools, visitor.secret, active=False) is not None
        return True

"""Bubbles as they come: Server-Sent Events, a few streams a chat."""

import asyncio
import contextlib
from collections.abc import Callable

import orjson
from aiohttp import web

from bot.bell import Bell
from bot.channels.web import bubbles
from bot.channels.web.bubbles import Conversation
from storage.database import Database, Unavailable

# Browsers open six connections to a place at most; what people say must still get through.
MOST = 4
LOOK_SECONDS = 5.0  # another process may have written, and its bell is not heard here
BEAT_SECONDS = 20.0
HEADERS = {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store",
    "X-Accel-Buffering": "no",  # proxies pass on what there is
}


class _Stream:
    """One page that listens: what it has got, and whether it has to go."""

    def __init__(self, response: web.StreamResponse, *, chat: str, after: str, now: float) -> None:
        self.response = response
        self.chat = chat
        self.after = after
        self.person = ""
        self.sent: set[str] = set()
        self.wrote_at = now
        self.ended = False

    @property
    def bell(self) -> str:
        """Whose bell it hears: the person's, before anybody has written the chat's own."""
        return self.person or self.chat


class Streams:
    """The streams that are open; `clock` gives seconds that never go back, `today` the day."""

    def __init__(
        self,
        database: Database,
        bell: Bell,
        clock: Callable[[], float],
        today: Callable[[], str],
    ) -> None:
        self._database = database
        self._bell = bell
        self._clock = clock
        self._today = today
        self._open: dict[str, list[_Stream]] = {}

    async def serve(
        self, request: web.Request, response: web.StreamResponse, *, chat: str, after: str
    ) -> None:
        """Write a chat's bubbles to a page until either goes away."""
        stream = _Stream(response, chat=chat, after=after, now=self._clock())
        streams = self._open.setdefault(chat, [])
        streams.append(stream)
        for oldest in streams[:-MOST]:
            self._end(oldest)
        try:
            await response.prepare(request)
            await response.write(b"retry: 3000\n\n")
            await self._listen(stream)
        except ConnectionResetError:
            pass  # the page has gone
        finally:
            streams.remove(stream)
            if not streams:
                self._open.pop(chat, None)

    def close(self) -> None:
        """End all streams; the pages come back when they can."""
        for streams in self._open.values():
            for stream in streams:
                self._end(stream)

    def _end(self, stream: _Stream) -> None:
        stream.ended = True
        self._bell.ring(stream.bell)

    async def _listen(self, stream: _Stream) -> None:
        while not stream.ended:
            bell = stream.bell
            # Listen before reading: who rings while the database is read must be heard.
            rung = asyncio.create_task(self._bell.wait(bell, timeout=LOOK_SECONDS))
            try:
                with contextlib.suppress(Unavailable):
                    await self._catch_up(stream)
                await self._beat(stream)
                if stream.bell == bell and not stream.ended:
                    await rung
            finally:
                rung.cancel()
        await stream.response.write(b"event: bye\ndata:\n\n")

    async def _catch_up(self, stream: _Stream) -> None:
        """Write what the page has not got; who turned out to be somebody else begins anew."""
        more = True
        while more:
            after = stream.after
            found = await bubbles.read(
                self._database, stream.chat, after=after, today=self._today()
            )
            if stream.person and found.person != stream.person:
                await self._write(stream, b"event: again\ndata:\n\n")
                stream.ended = True
                return
            stream.person = found.person
            await self._write_new(stream, found)
            more = len(found.bubbles) == bubbles.MOST and stream.after > after

    async def _write_new(self, stream: _Stream, found: Conversation) -> None:
        new = [row for row in found.bubbles if row.id not in stream.sent]
        for row in new:
            shown = orjson.dumps(bubbles.to_json(row))
            await self._write(stream, b"id: %b\ndata: %b\n\n" % (row.id.encode(), shown))
            stream.sent.add(row.id)
            stream.after = max(stream.after, row.id)
        await bubbles.note_read(self._database, new)

    async def _beat(self, stream: _Stream) -> None:
        """Let the page know that it is still connected; phones do not notice when they are not."""
        if self._clock() - stream.wrote_at >= BEAT_SECONDS:
            await self._write(stream, b"event: beat\ndata:\n\n")

    async def _write(self, stream: _Stream, event: bytes) -> None:
        await stream.response.write(event)
        stream.wrote_at = self._clock()

"""In and out: a link from the chat opens the desk once, on the browser that follows it."""

from aiohttp import web

from bot.channels.web.guard import Flood
from bot.desk.frame import Frame, html
from bot.desk.seated import seated
from bot.desk.session import (
    DOOR,
    keep_secret,
    new_secret,
    secret_behind,
    secret_of,
    token_of,
)
from bot.desk.visitor import Visitor
from bot.files.telling import Teller
from bot.hashed import hash_of
from conversations.desk.door import desk_opened, key_words
from conversations.desk.frame import frame_words
from storage import desk, events
from storage.database import Transaction
from storage.desk import DeskKey
from storage.events import Event


class Door:
    """Lets people of the office in by a one-time link, and out."""

    def __init__(self, frame: Frame, teller: Teller) -> None:
        self._frame = frame
        self._tools = frame.tools
        self._teller = teller
        self._flood = Flood(frame.tools.clock)

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [
            web.get("/ban/vao/{key}", self._frame.open(self._ask)),
            web.post("/ban/vao/{key}", self._frame.open(self._enter)),
            web.post("/ban/ra", self._frame.act(self._leave)),
        ]

    async def _ask(self, request: web.Request) -> web.StreamResponse:
        """Show one button: whoever looks at a link to preview it uses nothing up."""
        door = secret_of(request, DOOR) or new_secret()
        _ = self._tools.shell.language("vi")
        words = key_words(_)
        page = self._tools.pages.render(
            "key.html",
            title=words["title"],
            words=words,
            frame=frame_words(_),
            key=request.match_info["key"],
            token=token_of(door),
            language="vi",
        )
        response = html(page, 200)
        keep_secret(response, door, DOOR, secure=self._tools.secure)
        return response

    async def _enter(self, request: web.Request) -> web.StreamResponse:
        if self._flood.wait(request.remote or ""):
            return self._frame.say_trouble("too-many", status=429)
        door, key = secret_of(request, DOOR), request.match_info["key"]
        await self._frame.check_form(request, door)
        visitor = await self._open(key, secret_behind(door, key), secret_of(request))
        if visitor is None:
            return self._frame.say_trouble("key-gone", status=410)
        self._teller.send(visitor.person.id)
        response = self._frame.back(visitor, "/ban")
        keep_secret(response, visitor.secret, secure=self._tools.secure)
        return response

    async def _open(self, key: str, secret: str, before: str) -> Visitor | None:
        """Use a key up; None for one that opens nothing. The same form twice opens once.

        The browser is at the desk by a `secret` of its own then, no more by the one `before`.
        """
        now = self._tools.shell.clock.now_ms()
        async with self._tools.db.writing() as tx:
            used = await desk.use_key(tx, hash_of(key), now=now)
            if used is None:
                return await seated(tx, self._tools, secret)
            await desk.end_session(tx, hash_of(before), now=now)
            await desk.begin_session(tx, hash_of(secret), used, now=now)
            visitor = await seated(tx, self._tools, secret)
            if visitor:
                await self._tell(tx, visitor, used, now)
        return visitor

    async def _tell(self, tx: Transaction, visitor: Visitor, key: DeskKey, now: int) -> None:
        shell = self._tools.shell
        event = Event(shell.ids.next(), now, key.person, key.address, "desk-opened", key.person)
        await events.add(tx, [event])
        say = desk_opened(shell.clock.local(now), shell.language(visitor.person.language))
        await self._teller.tell(tx, say, person=visitor.person.id, chat=visitor.chat)

    async def _leave(self, _request: web.Request, visitor: Visitor) -> web.StreamResponse:
        async with self._tools.db.writing() as tx:
            await desk.end_session(tx, visitor.hash, now=self._tools.shell.clock.now_ms())
        return self._frame.say_trouble("left", status=200)

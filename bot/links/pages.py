"""Files by link: a page to save one from, its bytes, and a picture as it is."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TypeAlias
from urllib.parse import quote

from aiohttp import web

from bot.channels.web.guard import Flood
from bot.channels.web.protect import TRY_AGAIN, Handler, protected
from bot.files.shelf import Shelf
from bot.links.page import Page
from bot.links.signing import Lent, Links, over_at
from bot.shell import Shell
from conversations.file_link import PICTURES, link_advice, link_words, no_link_words
from conversations.situation import Translate
from rules.fold import fold
from rules.refused import Refused
from storage.database import Unavailable
from storage.files import File

_STATUS = {"file-gone": 410, "too-many": 429, "away": 503}
_KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "ics": "text/calendar",
    "json": "application/json",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
}
_HIDDEN = {"X-Robots-Tag": "noindex, nofollow"}
# A picture is fetched by whoever shows it to its person, in a page of another's too.
_PICTURE = {
    **_HIDDEN,
    "Content-Disposition": "inline",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
_KEY_MOST = 32

Following: TypeAlias = Callable[[web.Request, Lent], Awaitable[web.StreamResponse]]


class LinkPages:
    """Serves what our links lead to, while their person may have it.

    home   where the web chat is opened
    clock  seconds that never go back
    """

    def __init__(
        self, links: Links, shelf: Shelf, shell: Shell, *, home: str, clock: Callable[[], float]
    ) -> None:
        self._links = links
        self._shelf = shelf
        self._shell = shell
        self._home = home
        self._flood = Flood(clock)
        self._page = Page()

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [
            web.get("/lay/{key}/{until}/{sign}", self._following(self._show)),
            web.get("/lay/{key}/{until}/{sign}/tep", self._following(self._save)),
            web.get("/lay/{key}/{until}/{sign}/anh.{ending}", self._following(self._picture)),
        ]

    def _following(self, handler: Following) -> Handler:
        """Return a handler that is given a link, and says in words what cannot be had."""

        @wraps(handler)
        async def following(request: web.Request) -> web.StreamResponse:
            at = request.match_info
            try:
                return await handler(request, Lent(at["key"], at["until"], at["sign"]))
            except Refused as refused:
                return self._nothing(refused.reason)
            except Unavailable:
                return self._nothing("away")

        return protected(following, {})

    async def _show(self, request: web.Request, lent: Lent) -> web.StreamResponse:
        file = await self._file_of(lent)
        ending = _ending(file)
        here = request.path
        until = self._shell.clock.local(over_at(lent))
        return self._html(
            words=link_words(file.name, size=file.size, until=until, _=self._words),
            advice=link_advice(file.kind, self._home, self._words),
            name=file.name,
            bytes=f"{here}/tep",
            picture=f"{here}/anh.{ending}" if ending in PICTURES else "",
        )

    async def _save(self, _request: web.Request, lent: Lent) -> web.StreamResponse:
        file = await self._file_of(lent)
        name, data = await self._shelf.hand_out(file.id, person=file.person)
        return web.Response(
            body=data,
            content_type=_KINDS.get(_ending(file), "application/octet-stream"),
            headers={**_HIDDEN, "Content-Disposition": _saved_as(name)},
        )

    async def _picture(self, request: web.Request, lent: Lent) -> web.StreamResponse:
        file = await self._file_of(lent)
        ending = request.match_info["ending"]
        if ending not in PICTURES or ending != _ending(file):
            raise Refused("file-unknown")
        _, data = await self._shelf.hand_out(file.id, person=file.person)
        return web.Response(body=data, content_type=_KINDS[ending], headers=_PICTURE)

    async def _file_of(self, lent: Lent) -> File:
        """Return the file of a link; Refused for one that is not ours, is over, or is not lent.

        Who made a link up hears the same whether there is such a file or not.
        """
        if not (lent.key.isascii() and lent.key.isalnum() and len(lent.key) <= _KEY_MOST):
            raise Refused("file-unknown")
        if self._flood.wait(lent.key):
            raise Refused("too-many")
        file = await self._shelf.there(lent.key)
        if not self._links.signed(lent, person=file.person if file else "") or file is None:
            raise Refused("file-unknown")
        if over_at(lent) <= self._shell.clock.now_ms() or file.state != "kept":
            raise Refused("file-gone")
        return file

    @property
    def _words(self) -> Translate:
        return self._shell.language("vi")

    def _nothing(self, reason: str) -> web.Response:
        words = no_link_words(reason, self._words)
        response = self._html(words=words, name="")
        response.set_status(_STATUS.get(reason, 404))
        if reason in {"too-many", "away"}:
            response.headers["Retry-After"] = TRY_AGAIN
        return response

    def _html(self, **context: object) -> web.Response:
        headers = {**_HIDDEN, "Content-Security-Policy": self._page.policy}
        text = self._page.render(**context)
        return web.Response(text=text, content_type="text/html", headers=headers)


def _ending(file: File) -> str:
    return file.name.rpartition(".")[2].lower()


def _saved_as(name: str) -> str:
    """Return the header that names a file; old phones read only what has no marks."""
    plain = "".join(
        c if c.isascii() and c.isprintable() and c not in '"\\' else "_" for c in fold(name)
    )
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"

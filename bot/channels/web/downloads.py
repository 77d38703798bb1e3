"""Made files over HTTP: each to its person's pages alone, to be saved and never shown."""

from collections.abc import Mapping
from typing import Protocol
from urllib.parse import quote

from aiohttp import web

from bot.channels.web.protect import protected
from bot.channels.web.session import chat_of
from rules.refused import Refused
from storage.addresses import person_at
from storage.chats import Chat
from storage.database import Database


class Files(Protocol):
    """Where made files are handed out."""

    async def hand_out(self, key: str, *, person: str) -> tuple[str, bytes]:
        """Return name and bytes; Refused "file-unknown" or "file-gone"."""
        ...


class Downloads:
    """Serves made files; `gone` is the sentence for one that is there no more."""

    def __init__(
        self, database: Database, files: Files, *, refusals: Mapping[str, str], gone: str
    ) -> None:
        self._database = database
        self._files = files
        self._refusals = refusals
        self._gone = gone

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        handler = protected(self._download, self._refusals)
        return [web.get("/tep/{key}", handler, allow_head=False)]

    async def _download(self, request: web.Request) -> web.StreamResponse:
        async with self._database.reading() as tx:
            person = await person_at(tx, Chat("web", "", chat_of(request)))
        try:
            name, data = await self._files.hand_out(request.match_info["key"], person=person)
        except Refused as refused:
            if refused.reason == "file-gone":
                raise web.HTTPGone(text=self._gone) from None
            raise web.HTTPNotFound from None
        disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
        return web.Response(
            body=data,
            content_type="application/octet-stream",
            headers={"Content-Disposition": disposition, "Cache-Control": "no-store"},
        )

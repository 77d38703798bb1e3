"""Photos of entries and of forms, at the desk: to whoever may read what they belong to."""

from aiohttp import web

from bot.desk.frame import Frame
from bot.desk.visitor import Visitor
from rules.permissions import Need, permits
from rules.refused import Refused
from rules.subjects import Subject
from storage import attachments
from storage.attachments import OnDisk
from storage.footing import footings

NEED: Need = "office"
_HEADERS = {"Cache-Control": "private, no-store", "Content-Disposition": "inline"}


class PhotoPages:
    """Serves photos."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [web.get("/ban/anh/{id}", self._frame.page(self._photo), allow_head=False)]

    async def _photo(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        photo = await self._theirs(request.match_info["id"], visitor)
        try:
            data = await self._frame.tools.pictures.read(photo.hash)
        except Refused:
            raise web.HTTPNotFound from None
        return web.Response(body=data, content_type=photo.kind, headers=_HEADERS)

    async def _theirs(self, key: str, visitor: Visitor) -> OnDisk:
        """Return the photo; raises HTTPNotFound for what another office has."""
        tools = self._frame.tools
        async with tools.db.reading() as tx:
            photo = await attachments.on_disk(tx, key)
            if photo is None:
                raise web.HTTPNotFound
            of = Subject("entry", photo.entry) if photo.entry else Subject("paper", photo.paper)
            asked = [(visitor.person.id, of)]
            (footing,) = await footings(tx, asked, today=tools.today())
        if not permits(NEED, footing):
            raise web.HTTPNotFound
        return photo

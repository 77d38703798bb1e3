"""What waits for the office, at the desk: opened one by one, or taken in at one press."""

from aiohttp import web

from bot.desk.frame import Frame
from bot.desk.newest import newest
from bot.desk.saying import done
from bot.desk.typed import number, typed
from bot.desk.visitor import Visitor
from conversations.desk.waiting_page import waiting_count, waiting_page, waiting_words
from rules.commands import Command
from rules.office_commands import AcceptEntry, SettleHelp
from rules.office_requests import WaitingFor
from rules.reminding_commands import SettleSent


class WaitingPages:
    """Serves what waits."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [
            web.get("/ban/viec-cho", self._frame.page(self._show)),
            web.post("/ban/viec-cho/tiep-nhan", self._frame.act(self._accept)),
            web.post("/ban/viec-cho/giup-xong", self._frame.act(self._settle)),
            web.post("/ban/viec-cho/ban-giay", self._frame.act(self._paper)),
        ]

    async def _show(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        chosen, _ = self._frame.chosen(request, visitor), self._frame.language(visitor)
        mark = await newest(self._frame.tools)  # before the facts: what comes between is told
        (waiting,) = await self._frame.ask(
            visitor, WaitingFor(chosen.unit.id, chosen.programme, chosen.round)
        )
        page = waiting_page(waiting, _)
        return self._frame.show(
            request,
            visitor,
            "waiting.html",
            title=page["title"],
            words=waiting_words(_),
            counts={"/ban/viec-cho": waiting_count(waiting)},
            page=page,
            live=f"/ban/events?moc={mark}",
        )

    async def _accept(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        said = await typed(request)
        command = AcceptEntry(said.get("entry", ""), number(said.get("version", "")))
        return await self._done(request, visitor, command)

    async def _settle(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        said = await typed(request)
        return await self._done(request, visitor, SettleHelp(said.get("help", "")))

    async def _paper(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        said = await typed(request)
        command = SettleSent(said.get("sent", ""), found=bool(said.get("found", "")))
        return await self._done(request, visitor, command)

    async def _done(
        self, request: web.Request, visitor: Visitor, command: Command
    ) -> web.StreamResponse:
        query = self._frame.chosen(request, visitor).query
        return await done(self._frame, visitor, command, where=f"/ban/viec-cho?{query}")

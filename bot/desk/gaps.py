"""Where screen and paper differ, at the desk: originals ticked off as they come in."""

from aiohttp import web

from bot.desk.frame import Frame
from bot.desk.saying import done
from bot.desk.today import today_at
from bot.desk.typed import typed
from bot.desk.visitor import Visitor
from conversations.desk.paper_pages import gaps_page, gaps_words
from conversations.desk.wrong import say_wrong
from conversations.moments import short_day
from rules.commands import Command
from rules.office_requests import GapsOf
from rules.paper_commands import ReceivePaper, StrikePaper
from rules.paper_days import past_day
from rules.refused import Refused
from rules.requests import EntryOf


class GapPages:
    """Serves both lists of gaps."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [
            web.get("/ban/ban-giay", self._frame.page(self._show)),
            web.post("/ban/ban-giay/nhan", self._frame.act(self._receive)),
            web.post("/ban/ban-giay/bo", self._frame.act(self._strike)),
        ]

    async def _show(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        chosen, _ = self._frame.chosen(request, visitor), self._frame.language(visitor)
        (gaps,) = await self._frame.ask(
            visitor, GapsOf(chosen.unit.id, chosen.programme, chosen.round)
        )
        page = gaps_page(gaps, _)
        return self._frame.show(
            request,
            visitor,
            "gaps.html",
            title=page["title"],
            words=gaps_words(_),
            page=page,
            today=short_day(self._frame.tools.today()),
        )

    async def _receive(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        said = await typed(request)
        (entry,) = await self._frame.ask(visitor, EntryOf(said.get("entry", "")))
        if entry is None:
            raise web.HTTPNotFound
        try:
            day = past_day(today=today_at(self._frame), year=entry.round)(said.get("day", ""))
        except Refused as refused:
            wrong = say_wrong(refused, self._frame.language(visitor))
            return self._frame.back(visitor, self._here(request, visitor), say=wrong)
        about = (entry.unit.id, entry.programme, entry.round)
        return await self._done(request, visitor, ReceivePaper(*about, day, entry.id))

    async def _strike(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        said = await typed(request)
        return await self._done(request, visitor, StrikePaper(said.get("paper", "")))

    async def _done(
        self, request: web.Request, visitor: Visitor, command: Command
    ) -> web.StreamResponse:
        return await done(self._frame, visitor, command, where=self._here(request, visitor))

    def _here(self, request: web.Request, visitor: Visitor) -> str:
        return f"/ban/ban-giay?{self._frame.chosen(request, visitor).query}"

"""Whom the office has to call, at the desk: by staff member, with a line for what came of it."""

from urllib.parse import quote

from aiohttp import web

from bot.desk.chosen import Chosen
from bot.desk.frame import Frame
from bot.desk.saying import done
from bot.desk.typed import typed
from bot.desk.visitor import Visitor
from conversations.desk.box_form import open_text
from conversations.desk.paper_pages import calls_page, calls_words
from conversations.desk.wrong import say_wrong
from rules.office_commands import WORDS_OF_CALL, NoteCall
from rules.office_requests import CallList
from rules.refused import Refused

_LEAST = 2  # characters of what came of a call


class CallPages:
    """Serves the call list."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [
            web.get("/ban/can-goi", self._frame.page(self._show)),
            web.post("/ban/can-goi", self._frame.act(self._note)),
        ]

    async def _show(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        return await self._page(request, visitor)

    async def _page(
        self,
        request: web.Request,
        visitor: Visitor,
        *,
        kept: tuple[str, str, str] = ("", "", ""),
        status: int = 200,
    ) -> web.StreamResponse:
        """Return the list; `kept` is what was typed: of which unit, the words, what is wrong."""
        chosen, _ = self._frame.chosen(request, visitor), self._frame.language(visitor)
        (calls,) = await self._frame.ask(
            visitor, CallList(chosen.unit.id, chosen.programme, chosen.round)
        )
        page = calls_page(calls, _)
        return self._frame.show(
            request,
            visitor,
            "calls.html",
            title=page["title"],
            words=calls_words(_),
            status=status,
            page=page,
            kept=kept,
        )

    async def _note(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        said, _ = await typed(request), self._frame.language(visitor)
        unit, words = said.get("unit", ""), said.get("words", "")
        chosen = self._frame.chosen(request, visitor)
        try:
            command = call_noted(chosen, unit, words)
        except Refused as refused:
            kept = (unit, words, say_wrong(refused, _))
            return await self._page(request, visitor, kept=kept, status=422)
        where = f"/ban/can-goi?{chosen.query}#{quote(unit)}"
        return await done(self._frame, visitor, command, where=where)


def call_noted(chosen: Chosen, unit: str, words: str) -> NoteCall:
    """Return the command for what came of a call; Refused for words that say nothing."""
    return NoteCall(unit, chosen.programme, chosen.round, open_text(_LEAST, WORDS_OF_CALL)(words))

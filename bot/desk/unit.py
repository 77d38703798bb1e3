"""A unit at the desk: its register and papers, its people and codes, calls, exemption."""

from urllib.parse import quote

from aiohttp import web

from bot.desk.frame import Frame
from bot.desk.saying import say_result
from bot.desk.today import today_at
from bot.desk.typed import typed
from bot.desk.unit_commands import COMMANDS, Given
from bot.desk.unit_view import UnitTyped, show_unit
from bot.desk.visitor import Visitor
from conversations.desk.wrong import say_wrong
from rules.refused import Refused


class UnitPages:
    """Serves units, and what the office does for one."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        act = self._frame.act(self._act)
        return [
            web.get("/ban/don-vi/{id}", self._frame.page(self._show)),
            web.post("/ban/don-vi/{id}/mien", act),
            web.post("/ban/don-vi/{id}/bo-mien", act),
            web.post("/ban/don-vi/{id}/ban-giay", act),
            web.post("/ban/don-vi/{id}/bo-ban-giay", act),
            web.post("/ban/don-vi/{id}/goi", act),
            web.post("/ban/don-vi/{id}/xac-nhan", act),
            web.post("/ban/don-vi/{id}/khong-phai", act),
            web.post("/ban/don-vi/{id}/lam-ma", act),
            web.post("/ban/don-vi/{id}/thu-hoi-ma", act),
        ]

    async def _show(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        return await show_unit(self._frame, request, visitor, UnitTyped())

    async def _act(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        """Do what the form at this address asks for; what cannot be taken stays in the form."""
        unit, chosen = request.match_info["id"], self._frame.chosen(request, visitor)
        at, made = COMMANDS[request.path.rpartition("/")[2]]
        said = await typed(request)
        try:
            command = made(Given(unit, chosen, said, today_at(self._frame)))
            (result,) = await self._frame.do(visitor, command)
        except Refused as refused:
            kept = UnitTyped(at, said, say_wrong(refused, self._frame.language(visitor)))
            return await show_unit(self._frame, request, visitor, kept, status=422)
        say = say_result(self._frame, visitor, result)
        return self._frame.back(visitor, f"/ban/don-vi/{quote(unit)}?{chosen.query}#{at}", say=say)

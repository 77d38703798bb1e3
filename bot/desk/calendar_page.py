"""The calendar of the year at the desk: days off, days worked instead, and what moves by one."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web

from bot.desk.frame import Frame
from bot.desk.saying import done
from bot.desk.today import today_at
from bot.desk.typed import typed
from bot.desk.visitor import Visitor
from conversations.calendar_day import say_effect_of_day
from conversations.desk.box_form import open_text
from conversations.desk.calendar_page import calendar_page, calendar_words
from conversations.desk.wrong import say_wrong
from rules.commands import Command
from rules.country_calendar import SaidDay
from rules.deadline_commands import WORDS_OF_DAY, SayDay, UnsayDay
from rules.deadline_requests import SaidDays, SaidDaysOf
from rules.readers import iso_day
from rules.refused import Refused

_HERE, _YEAR, _FARTHEST = "/ban/lich", "lich", 10


@dataclass(frozen=True, slots=True)
class _Shown:
    """What stands in the form, what is wrong with it, and what it would do."""

    said: Mapping[str, str] = field(default_factory=dict)
    wrong: str = ""
    preview: str = ""
    command: SayDay | None = None


class CalendarPages:
    """Serves the calendar."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [
            web.get("/ban/lich", self._frame.page(self._show)),
            web.post("/ban/lich/xem", self._frame.act(self._look)),
            web.post("/ban/lich/ghi", self._frame.act(self._say)),
            web.post("/ban/lich/bo", self._frame.act(self._unsay)),
        ]

    async def _show(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        return await self._page(request, visitor, _Shown())

    async def _look(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        """Show what a day would move; nothing is changed."""
        said, _ = await typed(request), self._frame.language(visitor)
        try:
            command = self._command(request, visitor, said)
        except Refused as refused:
            shown = _Shown(said, say_wrong(refused, _))
            return await self._page(request, visitor, shown, status=422)
        days = await self._said(request, visitor)
        day, new = dt.date.fromisoformat(command.day), SaidDay(command.kind, command.label)
        zone = self._frame.tools.shell.clock.zone
        preview = say_effect_of_day(visitor.forms, days, day, new, _, zone=zone)
        return await self._page(request, visitor, _Shown(said, preview=preview, command=command))

    def _command(self, request: web.Request, visitor: Visitor, said: Mapping[str, str]) -> SayDay:
        unit = self._frame.chosen(request, visitor).unit.id
        day = iso_day(today_at(self._frame))(said.get("day", ""))
        label = open_text(2, WORDS_OF_DAY)(said.get("label", ""))
        return SayDay(unit, day, "working" if said.get("kind") == "working" else "off", label)

    async def _say(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        said = await typed(request)
        try:
            command = self._command(request, visitor, said)
        except Refused:
            raise web.HTTPNotFound from None
        return await self._done(request, visitor, command)

    async def _unsay(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        said, unit = await typed(request), self._frame.chosen(request, visitor).unit.id
        return await self._done(request, visitor, UnsayDay(unit, said.get("day", "")))

    async def _done(
        self, request: web.Request, visitor: Visitor, command: Command
    ) -> web.StreamResponse:
        return await done(self._frame, visitor, command, where=f"{_HERE}?{request.query_string}")

    async def _said(self, request: web.Request, visitor: Visitor) -> SaidDays:
        unit = self._frame.chosen(request, visitor).unit.id
        said: SaidDays
        (said,) = await self._frame.ask(visitor, SaidDaysOf(unit))
        return said

    async def _page(
        self, request: web.Request, visitor: Visitor, shown: _Shown, *, status: int = 200
    ) -> web.Response:
        _, year = self._frame.language(visitor), self._year(request)
        page = calendar_page(await self._said(request, visitor), year, _)
        return self._frame.show(
            request,
            visitor,
            "calendar.html",
            title=page["title"],
            words=calendar_words(_),
            status=status,
            page=page,
            year=year,
            shown=shown,
        )

    def _year(self, request: web.Request) -> int:
        """Return the year the address says, by default the present one; raises HTTPNotFound."""
        present, said = today_at(self._frame).year, request.query.get(_YEAR, "")
        years = range(present - _FARTHEST, present + _FARTHEST + 1)
        if not said:
            return present
        if said not in {str(year) for year in years}:
            raise web.HTTPNotFound
        return int(said)

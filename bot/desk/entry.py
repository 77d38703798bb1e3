"""What the office does with an entry at the desk: taken in, sent back, mended, settled."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias
from urllib.parse import quote

from aiohttp import web

from bot.desk.entry_view import Typed, entry_here, show_entry
from bot.desk.frame import Frame
from bot.desk.saying import say_result
from bot.desk.today import today_at
from bot.desk.typed import number, typed
from bot.desk.visitor import Visitor
from conversations.desk.entry_forms import read_mend, read_return, read_words
from conversations.desk.wrong import say_wrong
from rules import office_commands, paper_commands
from rules.commands import Command, WithdrawEntry
from rules.paper_days import past_day
from rules.refused import Refused
from rules.results import TooLate

Said: TypeAlias = Mapping[str, str]
Page: TypeAlias = Callable[[web.Request, Visitor], Awaitable[web.StreamResponse]]


class EntryPages:
    """Serves entries, and what the office does with them."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        act, at_once = self._frame.act, self._at_once
        return [
            web.get("/ban/dang-ky/{id}", self._frame.page(self._show)),
            web.post("/ban/dang-ky/{id}/tiep-nhan", act(at_once("accept", _accept))),
            web.post("/ban/dang-ky/{id}/rut", act(at_once("withdraw", _withdraw))),
            web.post("/ban/dang-ky/{id}/bo-ban-giay", act(at_once("paper", _strike))),
            web.post("/ban/dang-ky/{id}/dong-y", act(at_once("settle", _grant))),
            web.post("/ban/dang-ky/{id}/khong-dong-y", act(self._refuse)),
            web.post("/ban/dang-ky/{id}/ban-giay", act(self._receive)),
            web.post("/ban/dang-ky/{id}/bo-sung", act(self._return)),
            web.post("/ban/dang-ky/{id}/sua", act(self._mend)),
        ]

    async def _show(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        return await show_entry(self._frame, request, visitor, Typed())

    def _at_once(self, at: str, command: Callable[[str, Said], Command]) -> Page:
        """Return a handler of a form in which nothing is written."""

        async def do(request: web.Request, visitor: Visitor) -> web.StreamResponse:
            said = await typed(request)
            given = command(request.match_info["id"], said)
            return await self._done(request, visitor, given, Typed(at, said))

        return do

    async def _refuse(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        said = await typed(request)
        wrong: dict[str, str] = {}
        words = read_words(said.get("words", ""), wrong, self._frame.language(visitor))
        if wrong:
            return await self._again(request, visitor, Typed("settle", said, wrong))
        command = office_commands.RefuseCorrection(said.get("correction", ""), words)
        return await self._done(request, visitor, command, Typed("settle", said))

    async def _receive(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        said = await typed(request)
        entry, _form = await entry_here(self._frame, request, visitor)
        try:
            day = past_day(today=today_at(self._frame), year=entry.round)(said.get("day", ""))
        except Refused as refused:
            wrong = {"day": say_wrong(refused, self._frame.language(visitor))}
            return await self._again(request, visitor, Typed("paper", said, wrong))
        about = (entry.unit.id, entry.programme, entry.round)
        command = paper_commands.ReceivePaper(*about, day, entry.id)
        return await self._done(request, visitor, command, Typed("paper", said))

    async def _return(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        said = await typed(request)
        entry, form = await entry_here(self._frame, request, visitor)
        _ = self._frame.language(visitor)
        read = read_return(form.programme, said, today=today_at(self._frame), _=_)
        if read.wrong:
            return await self._again(request, visitor, Typed("return", said, read.wrong))
        version = number(said.get("version", ""))
        command = office_commands.ReturnEntry(entry.id, version, read.box, read.words, read.until)
        return await self._done(request, visitor, command, Typed("return", said))

    async def _mend(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        """Show which words become which; keep them once that was looked at."""
        said = await typed(request)
        entry, form = await entry_here(self._frame, request, visitor)
        _ = self._frame.language(visitor)
        boxes, wrong = read_mend(entry, form.programme, said, today=today_at(self._frame), _=_)
        version = number(said.get("version", ""))
        if wrong or not boxes or "back" in said:
            return await self._again(request, visitor, Typed("mend", said, wrong))
        if "sure" not in said and version == entry.version:
            looked_at = Typed("mend", said, mend=boxes)
            return await show_entry(self._frame, request, visitor, looked_at)
        command = office_commands.MendEntry(entry.id, version, boxes)
        return await self._done(request, visitor, command, Typed("mend", said))

    async def _again(
        self, request: web.Request, visitor: Visitor, kept: Typed
    ) -> web.StreamResponse:
        return await show_entry(self._frame, request, visitor, kept, status=422)

    async def _done(
        self, request: web.Request, visitor: Visitor, command: Command, kept: Typed
    ) -> web.StreamResponse:
        """Carry out a command; where somebody else was first, say so and keep what was typed."""
        _ = self._frame.language(visitor)
        try:
            (result,) = await self._frame.do(visitor, command)
        except Refused as refused:
            wrong = {"": say_wrong(refused, _)}
            return await self._again(request, visitor, Typed(kept.at, kept.said, wrong))
        said = say_result(self._frame, visitor, result)
        if isinstance(result, TooLate):
            late = Typed(kept.at, kept.said, note=said)
            return await show_entry(self._frame, request, visitor, late, status=409)
        chosen = self._frame.chosen(request, visitor)
        where = kept.said.get("next") or request.match_info["id"]
        return self._frame.back(visitor, f"/ban/dang-ky/{quote(where)}?{chosen.query}", say=said)


def _accept(entry: str, said: Said) -> Command:
    return office_commands.AcceptEntry(entry, number(said.get("version", "")))


def _withdraw(entry: str, said: Said) -> Command:
    return WithdrawEntry(entry, number(said.get("version", "")))


def _strike(_entry: str, said: Said) -> Command:
    return paper_commands.StrikePaper(said.get("paper", ""))


def _grant(_entry: str, said: Said) -> Command:
    version = number(said.get("version", ""))
    return office_commands.GrantCorrection(said.get("correction", ""), version)

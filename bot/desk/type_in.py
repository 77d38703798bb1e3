"""Typing in forms from paper at the desk: as quick as into a sheet, and each of them once."""

import dataclasses
from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

from aiohttp import web

from bot.desk.frame import Frame
from bot.desk.saying import done, say_result
from bot.desk.today import today_at
from bot.desk.type_in_view import show_pick, show_sheet
from bot.desk.typed import typed
from bot.desk.unit_view import card_here
from bot.desk.visitor import Visitor
from conversations.desk.type_in import Read, Sheet, read_typed, says_the_same, typed_again
from conversations.desk.type_in_page import say_gone, say_made, twins_shown
from conversations.desk.wrong import say_wrong
from conversations.moments import short_day
from conversations.situation import Translate, form_of
from rules.entry import Entry
from rules.office_requests import Form, SimilarBelow
from rules.paper_commands import ReceivePaper, TypeInEntry
from rules.paper_days import past_day
from rules.paper_requests import FormOf
from rules.paper_results import TypedIn
from rules.refused import Refused
from rules.requests import EntriesOf, EntryMadeBy


class TypeInPages:
    """Serves the form to be filled in from paper."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [
            web.get("/ban/nhap", self._frame.page(self._show)),
            web.post("/ban/nhap", self._frame.act(self._enter)),
            web.post("/ban/nhap/da-co", self._frame.act(self._same)),
        ]

    async def _show(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        wanted = request.query
        if not (wanted.get("don-vi") or wanted.get("phieu")):
            return await show_pick(self._frame, request, visitor)
        paper = await self._paper(visitor, wanted)
        sheet = await self._sheet(request, visitor, wanted, paper)
        kept = {"received": wanted.get("ngay", ""), "kind": wanted.get("loai", "")}
        said = {key: value for key, value in kept.items() if value}
        return show_sheet(self._frame, request, visitor, sheet, said=said)

    async def _enter(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        said, _ = await typed(request), self._frame.language(visitor)
        dialog = _dialog(visitor, said)
        both = (EntryMadeBy(dialog), FormOf(said.get("phieu", "")))
        made, paper = await self._frame.ask(visitor, *both)
        sheet = await self._sheet(request, visitor, said, paper)
        read = read_typed(sheet, said, _, today=today_at(self._frame), dialog=dialog)
        command, show = read.command, partial(show_sheet, self._frame, request, visitor, sheet)
        if made and command and says_the_same(made, command, sheet.form.programme):
            return self._back(request, visitor, command, typed_again(made, sheet.form))
        stop = _stop(said, read, made, paper, _)
        if stop or command is None:
            return show(**stop)
        if "anyway" not in said and (twins := await self._twins(visitor, sheet, command)):
            return show(said=said, twins=twins_shown(twins, _))
        (result,) = await self._frame.do(visitor, command)
        if not isinstance(result, TypedIn):
            return show(said=said, note=say_result(self._frame, visitor, result), status=409)
        return self._back(request, visitor, command, result)

    def _back(
        self, request: web.Request, visitor: Visitor, command: TypeInEntry, result: TypedIn
    ) -> web.StreamResponse:
        """Return the way to the next form: of the same unit, of the same day and kind."""
        kept = {
            "don-vi": command.unit,
            "ngay": short_day(command.received),
            "loai": command.kind,
        }
        query = self._frame.chosen(request, visitor).query
        say = say_result(self._frame, visitor, result)
        return self._frame.back(visitor, f"/ban/nhap?{urlencode(kept)}&{query}", say=say)

    async def _same(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        """Note that what is on paper is an entry that is there, and type nothing in."""
        said, _ = await typed(request), self._frame.language(visitor)
        paper = await self._paper(visitor, said)
        sheet = await self._sheet(request, visitor, said, paper)
        try:
            read = past_day(today=today_at(self._frame), year=sheet.form.year)
            day = read(said.get("received", ""))
        except Refused as refused:
            wrong = {"received": say_wrong(refused, self._frame.language(visitor))}
            return show_sheet(
                self._frame, request, visitor, sheet, said=said, wrong=wrong, status=422
            )
        about = (sheet.unit.id, sheet.form.programme.code, sheet.form.year)
        key = paper.id if paper else ""
        command = ReceivePaper(*about, day, said.get("entry", ""), key)
        chosen = self._frame.chosen(request, visitor)
        return await done(self._frame, visitor, command, where=f"/ban/nhap?{chosen.query}")

    async def _paper(self, visitor: Visitor, wanted: Mapping[str, str]) -> Form | None:
        """Return the form that waits, if one is named; raises HTTPNotFound for none of theirs."""
        key, paper = wanted.get("phieu", ""), None
        if key:
            (paper,) = await self._frame.ask(visitor, FormOf(key))
            if paper is None:
                raise web.HTTPNotFound
        return paper

    async def _sheet(
        self,
        request: web.Request,
        visitor: Visitor,
        wanted: Mapping[str, str],
        paper: Form | None,
    ) -> Sheet:
        """Return what is typed in from and into; raises HTTPNotFound for what is not theirs."""
        form, unit = self._frame.chosen(request, visitor).form, wanted.get("don-vi", "")
        if paper:
            unit, form = paper.unit.id, form_of(visitor.forms, paper.programme)
            form = dataclasses.replace(form, year=paper.round or form.year)
        card = await card_here(self._frame, unit, visitor)
        (known,) = await self._frame.ask(visitor, EntriesOf(unit))
        entries = [one for one in known if one.programme == form.programme.code]
        return Sheet(form, card.unit, entries, paper)

    async def _twins(
        self, visitor: Visitor, sheet: Sheet, command: TypeInEntry
    ) -> tuple[Entry, ...]:
        """Return the entries of the unit it may be; none once this very form has made one."""
        box = next((box for box in sheet.form.programme.boxes if box.type == "name"), None)
        if box is None:
            return ()
        about = (command.unit, command.programme, command.round)
        similar = SimilarBelow(*about, command.boxes[box.key])
        made, found = await self._frame.ask(visitor, EntryMadeBy(command.dialog), similar)
        twins: tuple[Entry, ...] = () if made else found
        return twins


def _stop(
    said: Mapping[str, str], read: Read, made: Entry | None, paper: Form | None, _: Translate
) -> dict[str, Any]:
    """Return what is shown instead of entering anything, {} where nothing speaks against it."""
    if made:  # with it nothing else can be entered
        again = {key: words for key, words in said.items() if key != "once"}
        return {"said": again, "note": say_made(made, _), "status": 409}
    if read.command is None:
        return {"said": said, "wrong": read.wrong, "status": 422}
    if said.get("phieu") and paper is None:
        return {"said": said, "note": say_gone(_), "status": 409}
    return {}


def _dialog(visitor: Visitor, said: Mapping[str, str]) -> str:
    """Return what makes one entry of a form however often it is sent: nobody else's is like it."""
    once = said.get("once", "")[:64]
    if not once:
        raise web.HTTPNotFound
    return f"ban-{visitor.person.id}-{once}"

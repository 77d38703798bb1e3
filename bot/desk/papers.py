"""Ticking that signed papers came in, of a unit or of one entry, and taking a tick away."""

from collections.abc import Sequence

from aiohttp import web

from bot.desk.chosen import Chosen
from bot.desk.frame import Frame
from bot.desk.visitor import Visitor
from conversations.desk.papers import say_papers
from rules.commands import Command
from rules.entry import Entry
from rules.paper_commands import ReceivePaper, StrikePaper
from rules.requests import EntryOf
from rules.table_requests import NotesBelow

UNIT, UNIT_OFF, ENTRY, ENTRY_OFF = "nhan", "bo", "nhan-so", "bo-so"


class Ticks:
    """Takes the ticks."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [web.post("/ban/nhan-giay", self._frame.act(self._tick))]

    async def _tick(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        chosen = self._frame.chosen(request, visitor)
        sent = {name: str(value) for name, value in (await request.post()).items()}
        commands, row = await self._meant(visitor, chosen, sent)
        results = await self._frame.do(visitor, *commands) if commands else []
        say = say_papers(results, self._frame.language(visitor))
        return self._frame.back(visitor, f"{sent.get('ve', '/ban')}#{row}", say=say)

    async def _meant(
        self, visitor: Visitor, chosen: Chosen, sent: dict[str, str]
    ) -> tuple[Sequence[Command], str]:
        """Return what is to be done, and the row to go back to."""
        about = (chosen.programme, chosen.round, self._frame.tools.today())
        if unit := sent.get(UNIT, ""):
            return [ReceivePaper(unit, *about)], f"u-{unit}"
        if unit := sent.get(UNIT_OFF, ""):
            below = NotesBelow(chosen.unit.id, chosen.programme, chosen.round)
            (notes,) = await self._frame.ask(visitor, below)
            struck = notes[unit].originals if unit in notes else ()
            return [StrikePaper(paper) for paper in struck], f"u-{unit}"
        if paper := sent.get(ENTRY_OFF, ""):
            return [StrikePaper(paper)], ""
        (entry,) = await self._frame.ask(visitor, EntryOf(sent.get(ENTRY, "")))
        return _of_entry(entry, about), f"e-{sent.get(ENTRY, '')}"


def _of_entry(entry: Entry | None, about: tuple[str, int, str]) -> Sequence[Command]:
    return [ReceivePaper(entry.unit.id, *about, entry.id)] if entry else []

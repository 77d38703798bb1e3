"""The deadlines of a round at the desk: as they hold, and changed after a look at what it does."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web

from bot.desk.chosen import Chosen
from bot.desk.deadline_form import ends_of, read, written
from bot.desk.frame import Frame
from bot.desk.saying import done
from bot.desk.typed import typed
from bot.desk.visitor import Visitor
from conversations.deadline_preview import say_effect, say_whom
from conversations.desk.deadline_page import deadline_page, deadline_words
from conversations.desk.wrong import say_wrong
from rules.country_calendar import CountryCalendar
from rules.deadline_commands import WORDS_OF_BASIS, WORDS_OF_REASON, ChangeDeadlines
from rules.deadline_requests import DeadlineHistoryOf, Effect, EffectOf, SaidDays, SaidDaysOf
from rules.person import Unit
from rules.refused import Refused
from rules.rounds import deadline
from rules.unit_requests import UnitsOfMine

_HERE = "/ban/han"


@dataclass(frozen=True, slots=True)
class _Shown:
    """What stands in the form, what is wrong with it, which units could be meant, the preview."""

    said: Mapping[str, str] = field(default_factory=dict)
    wrong: str = ""
    units: tuple[Unit, ...] = ()
    preview: str = ""
    command: ChangeDeadlines | None = None


class DeadlinePages:
    """Serves the deadlines and the form that changes them."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [
            web.get("/ban/han", self._frame.page(self._show)),
            web.post("/ban/han/xem", self._frame.act(self._look)),
            web.post("/ban/han/doi", self._frame.act(self._change)),
        ]

    async def _show(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        about = request.query.get("don-vi", "")
        return await self._page(request, visitor, _Shown({"unit": about} if about else {}))

    async def _look(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        """Show what a change would do; nothing is changed."""
        said, chosen = await typed(request), self._frame.chosen(request, visitor)
        try:
            shown = await self._previewed(visitor, chosen, said)
        except Refused as refused:
            wrong = say_wrong(refused, self._frame.language(visitor))
            return await self._page(request, visitor, _Shown(said, wrong), status=422)
        return await self._page(request, visitor, shown)

    async def _previewed(self, visitor: Visitor, chosen: Chosen, said: Mapping[str, str]) -> _Shown:
        units = await self._meant(visitor, chosen, said.get("unit", ""))
        if len(units) != 1:
            return _Shown(said, units=units)
        (unit,) = units
        ends = ends_of(chosen.form.of(unit.id), said, now=self._frame.now())
        below = not said.get("unit") or bool(said.get("below"))
        about = (unit.id, below, chosen.programme, chosen.round, ends)
        reason = said.get("reason", "")[:WORDS_OF_REASON]
        basis = said.get("basis", "")[:WORDS_OF_BASIS]
        effect: Effect
        days: SaidDays
        effect, days = await self._frame.ask(visitor, EffectOf(*about), SaidDaysOf(chosen.unit.id))
        if effect.refused:
            raise effect.refused
        command = ChangeDeadlines(*about, reason, basis, effect.version)
        _, calendar = self._frame.language(visitor), CountryCalendar(dict(days.days))
        head = say_whom(unit, _, below=below)
        preview = say_effect(effect, command, _, calendar=calendar)
        return _Shown(said, preview=f"{head}\n\n{preview}", command=command)

    async def _meant(self, visitor: Visitor, chosen: Chosen, words: str) -> tuple[Unit, ...]:
        """Return the units the words mean, by id or name; the office's own where there are none."""
        if not words:
            return (chosen.unit,)
        found: tuple[Unit, ...]
        (found,) = await self._frame.ask(visitor, UnitsOfMine(words))
        if not found:
            raise Refused("no-such-unit")
        return found

    async def _change(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        said, chosen = await typed(request), self._frame.chosen(request, visitor)
        try:
            ends = read(said.get("ends", ""))
        except Refused:
            raise web.HTTPNotFound from None
        command = ChangeDeadlines(
            unit=said.get("whose", ""),
            below=said.get("below") == "1",
            programme=chosen.programme,
            round=chosen.round,
            ends=ends,
            reason=said.get("reason", "")[:WORDS_OF_REASON],
            basis=said.get("basis", "")[:WORDS_OF_BASIS],
            seen=said.get("seen", ""),
        )
        return await done(self._frame, visitor, command, where=f"{_HERE}?{chosen.query}")

    async def _page(
        self, request: web.Request, visitor: Visitor, shown: _Shown, *, status: int = 200
    ) -> web.Response:
        chosen, _ = self._frame.chosen(request, visitor), self._frame.language(visitor)
        (changed,) = await self._frame.ask(
            visitor, DeadlineHistoryOf(chosen.unit.id, chosen.programme, chosen.round)
        )
        form = chosen.form.of(chosen.unit.id)
        zone = self._frame.now().tzinfo or dt.UTC
        stages = form.programme.stages
        ends = [deadline(form.programme, one.code, form.year, zone) for one in stages]
        page = deadline_page(form, chosen.unit, ends, changed, _)
        return self._frame.show(
            request,
            visitor,
            "deadlines.html",
            title=page["title"],
            words=deadline_words(_),
            status=status,
            page=page,
            stages=[(one.code, one.label) for one in stages],
            shown=shown,
            ends=written(shown.command.ends) if shown.command else "",
        )

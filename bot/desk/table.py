"""The office's table: all its units in one page, sifted and sorted as the address says."""

from collections.abc import Sequence
from typing import Any

from aiohttp import web

from bot.desk.chosen import OFFICE, PROGRAMME, ROUND, Chosen
from bot.desk.frame import Frame
from bot.desk.newest import newest
from bot.desk.view import Column, View, sift, view_of
from bot.desk.visitor import Visitor
from conversations.desk.table import (
    figures,
    say_updated,
    table_title,
    table_words,
    unit_columns,
)
from conversations.desk.unit_rows import STATES, UnitRow, state_words, unit_rows
from conversations.desk.waiting_page import waiting_count
from conversations.papers.figures import as_of
from conversations.reminding.spending import say_spending
from conversations.summary.text import say_table
from rules.fold import fold
from rules.name_order import name_order
from rules.office_requests import SummaryOf, WaitingFor
from rules.people_sort import sort_key
from rules.spending import SpendingOf
from rules.summary import Summary
from rules.table_requests import NotesBelow, RoundsBelow

STATE, TYPE, STAFF, PAPER = "trang-thai", "loai", "phu-trach", "giay"
NO_PAPER = "chua"
COLUMNS: Sequence[Column[UnitRow]] = (
    Column("stt", lambda row: row.number),
    Column("don-vi", lambda row: (name_order(row.name), row.number)),
    Column("loai", lambda row: (fold(row.type), row.number)),
    Column("phu-trach", lambda row: (not row.staff, sort_key(row.staff), row.number)),
    Column("chi-tieu", lambda row: row.quota),
    Column("da-co", lambda row: row.registered),
    Column("thieu", lambda row: row.missing),
    Column("tiep-nhan", lambda row: row.accepted),
    Column("giay", lambda row: (row.tick, row.originals)),
    Column("cho-nhap", lambda row: row.waiting),
    Column("goi", lambda row: row.called_at),
    Column("trang-thai", lambda row: STATES.index(row.state)),
)


class Table:
    """Serves the table."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [web.get("/ban", self._frame.page(self._show))]

    async def _show(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        chosen, _ = self._frame.chosen(request, visitor), self._frame.language(visitor)
        mark = await newest(self._frame.tools)  # before the facts: what comes between is told
        about = (chosen.unit.id, chosen.programme, chosen.round)
        summary, notes, waiting, rounds, spending = await self._frame.ask(
            visitor,
            SummaryOf(*about),
            NotesBelow(*about),
            WaitingFor(*about),
            RoundsBelow(*about[:2]),
            SpendingOf(chosen.unit.id),
        )
        rows = unit_rows(summary, notes, chosen.form.programme, _)
        view = _view(request, chosen, rows)
        return self._frame.show(
            request,
            visitor,
            "table.html",
            title=table_title(chosen.form.programme, chosen.round, _),
            words=table_words(_),
            counts={"/ban/viec-cho": waiting_count(waiting)},
            chosen=chosen,
            as_of=as_of(summary, _),
            updated=say_updated(summary.at, _),
            figures=figures(summary, _),
            text=say_table(summary, chosen.form, _),
            mark=mark,
            spending=[say_spending(one, _) for one in spending],
            view=view,
            columns=unit_columns(_),
            rows=sift(_chosen(rows, view), view, text=lambda row: row.folded, columns=COLUMNS),
            total=len(rows),
            choices=self._frame.places(visitor, chosen, rounds)
            | _choices(chosen, rows, summary, _),
        )


def _view(request: web.Request, chosen: Chosen, rows: Sequence[UnitRow]) -> View:
    allowed = {
        STATE: STATES,
        TYPE: [code for code, _ in chosen.form.programme.unit_types],
        STAFF: sorted({row.staff for row in rows}),
        PAPER: (NO_PAPER,),
    }
    return view_of(request.query, choices=allowed, columns=COLUMNS, kept=(OFFICE, PROGRAMME, ROUND))


def _chosen(rows: Sequence[UnitRow], view: View) -> list[UnitRow]:
    return [row for row in rows if _fits(row, view)]


def _fits(row: UnitRow, view: View) -> bool:
    wanted = view.choices
    return (
        wanted[STATE] in {"", row.state}
        and wanted[TYPE] in {"", row.type_code}
        and wanted[STAFF] in {"", row.staff}
        and (not wanted[PAPER] or (row.tick != "true" and row.state != "exempt"))
    )


def _choices(
    chosen: Chosen, rows: Sequence[UnitRow], summary: Summary, _: Any
) -> dict[str, Sequence[tuple[str, str]]]:
    """Return what there is to choose from: code and label."""
    there = {line.now.unit.type for line in summary.lines}
    words = state_words(summary, _)
    return {
        STATE: [(state, words[state]) for state in STATES],
        TYPE: [one for one in chosen.form.programme.unit_types if one[0] in there],
        STAFF: [(staff, staff) for staff in sorted({row.staff for row in rows} - {""})],
    }

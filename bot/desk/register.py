"""The register of a round: every entry, sifted and sorted as the address says."""

from collections.abc import Sequence

from aiohttp import web

from bot.desk.chosen import OFFICE, PROGRAMME, ROUND, Chosen
from bot.desk.frame import Frame
from bot.desk.newest import newest
from bot.desk.table import NO_PAPER, PAPER, STATE
from bot.desk.view import Column, View, sift, view_of
from bot.desk.visitor import Visitor
from conversations.desk.register import (
    ORDER,
    EntryRow,
    entry_columns,
    entry_rows,
    register_title,
    register_words,
)
from conversations.desk.table import say_updated, table_words
from conversations.desk.waiting_page import waiting_count
from conversations.situation import Translate
from conversations.states import say_state
from rules.name_order import name_order
from rules.office_requests import WaitingFor
from rules.table_requests import RegisterBelow, RoundsBelow

FIELD, KIND, PAGE = "linh-vuc", "loai", "trang"
MOST = 1000  # entries a page, so that it stays quick
COLUMNS: Sequence[Column[EntryRow]] = (
    Column("so", lambda row: row.line.number),
    Column("ten", lambda row: (name_order(row.line.name), row.line.number)),
    Column("don-vi", lambda row: (name_order(row.line.unit.name), row.line.number)),
    Column("linh-vuc", lambda row: (row.field, row.line.number)),
    Column("loai", lambda row: (row.kind, row.line.number)),
    Column("nhan", lambda row: (row.line.at, row.line.number)),
    Column("giay", lambda row: (row.line.original, row.line.number)),
    Column("trang-thai", lambda row: (ORDER.index(row.line.state), row.line.number)),
)


class Register:
    """Serves the register."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def routes(self) -> list[web.RouteDef]:
        """Return what the server has to serve."""
        return [web.get("/ban/dang-ky", self._frame.page(self._show))]

    async def _show(self, request: web.Request, visitor: Visitor) -> web.StreamResponse:
        chosen, _ = self._frame.chosen(request, visitor), self._frame.language(visitor)
        mark = await newest(self._frame.tools)  # before the facts: what comes between is told
        about = (chosen.unit.id, chosen.programme, chosen.round)
        lines, waiting, rounds = await self._frame.ask(
            visitor, RegisterBelow(*about), WaitingFor(*about), RoundsBelow(*about[:2])
        )
        rows = entry_rows(lines, chosen.form.programme, _)
        view = _view(request, chosen)
        fitting = [row for row in rows if _fits(row, view)]
        found = sift(fitting, view, text=lambda row: row.folded, columns=COLUMNS)
        page, pages = _page(request, len(found))
        return self._frame.show(
            request,
            visitor,
            "register.html",
            title=register_title(chosen.form.programme, chosen.round, _),
            words={**table_words(_), **register_words(_)},
            counts={"/ban/viec-cho": waiting_count(waiting)},
            chosen=chosen,
            updated=say_updated(self._frame.now(), _),
            mark=mark,
            view=view,
            columns=entry_columns(_),
            rows=found[(page - 1) * MOST : page * MOST],
            total=len(rows),
            page=page,
            pages=pages,
            choices=self._frame.places(visitor, chosen, rounds) | _choices(chosen, _),
        )


def _page(request: web.Request, count: int) -> tuple[int, int]:
    """Return which page is wanted, and how many there are."""
    pages = max(1, -(-count // MOST))
    wanted = request.query.get(PAGE, "")
    page = int(wanted) if wanted.isdecimal() and len(wanted) < len(str(MOST)) else 1
    return min(max(page, 1), pages), pages


def _view(request: web.Request, chosen: Chosen) -> View:
    programme = chosen.form.programme
    allowed = {
        STATE: ORDER,
        FIELD: [field.code for field in programme.fields],
        KIND: [kind.code for kind in programme.kinds],
        PAPER: (NO_PAPER,),
    }
    return view_of(request.query, choices=allowed, columns=COLUMNS, kept=(OFFICE, PROGRAMME, ROUND))


def _fits(row: EntryRow, view: View) -> bool:
    """Tell whether a row is to be seen; what was taken back only where that is asked for."""
    wanted, line = view.choices, row.line
    return (
        (wanted[STATE] or line.state) == line.state
        and (wanted[STATE] != "" or line.state != "withdrawn")
        and wanted[FIELD] in {"", line.field}
        and wanted[KIND] in {"", line.kind}
        and not (wanted[PAPER] and line.original)
    )


def _choices(chosen: Chosen, _: Translate) -> dict[str, list[tuple[str, str]]]:
    programme = chosen.form.programme
    return {
        STATE: [(state, say_state(state, _)) for state in ORDER],
        FIELD: [(field.code, field.short or field.label) for field in programme.fields],
        KIND: [(kind.code, kind.label) for kind in programme.kinds],
    }

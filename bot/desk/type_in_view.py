"""The pages of typing in: whose form it is, then the form with whatever was typed last."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bot.desk.frame import LIVE, Frame
from bot.desk.visitor import Visitor
from conversations.desk.type_in import Sheet
from conversations.desk.type_in_page import SHOWN, pick_page, type_in_page, type_in_words
from rules.office_requests import WaitingFor
from rules.person import Unit
from rules.unit_requests import UnitsOfMine

NOTHING: Mapping[str, str] = {}


async def show_pick(frame: Frame, request: web.Request, visitor: Visitor) -> web.StreamResponse:
    """Return the page on which the unit is found; a single one that is meant is gone to at once."""
    chosen, _ = frame.chosen(request, visitor), frame.language(visitor)
    words = request.query.get("tim", "").strip()
    units = await _named(frame, visitor, words)
    if len(units) == 1 and LIVE not in request.headers:
        return frame.back(visitor, f"/ban/nhap?don-vi={units[0].id}&{chosen.query}")
    about = (chosen.unit.id, chosen.programme, chosen.round)
    (waits,) = await frame.ask(visitor, WaitingFor(*about))
    page = pick_page(words, units, waits.forms, _)
    return frame.show(
        request,
        visitor,
        "type_in_pick.html",
        title=page["title"],
        words=type_in_words(_),
        page=page,
        said=words,
        kept=parse_qsl(chosen.query),
    )


async def _named(frame: Frame, visitor: Visitor, words: str) -> tuple[Unit, ...]:
    """Return the units of the visitor's office that are called so, the best first."""
    if not words:
        return ()
    units: tuple[Unit, ...]
    (units,) = await frame.ask(visitor, UnitsOfMine(words, change=True, most=SHOWN + 1))
    return units


def show_sheet(
    frame: Frame,
    request: web.Request,
    visitor: Visitor,
    sheet: Sheet,
    *,
    said: Mapping[str, str] = NOTHING,
    wrong: Mapping[str, str] = NOTHING,
    twins: Sequence[Mapping[str, Any]] = (),
    note: str = "",
    status: int = 200,
) -> web.Response:
    """Return the form, with what was typed, what is wrong with it, and what it may be twice."""
    _, today = frame.language(visitor), frame.tools.today()
    page = type_in_page(sheet, said, wrong, _, today=today)
    return frame.show(
        request,
        visitor,
        "type_in.html",
        title=page["title"],
        words=type_in_words(_),
        status=status,
        page=page,
        once=said.get("once") or frame.tools.shell.ids.next(),
        twins=twins,
        note=note or page["wrong"],
    )

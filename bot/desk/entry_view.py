"""The page of one entry, with whatever was typed on it last."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.desk.frame import Frame
from bot.desk.newest import newest
from bot.desk.today import today_at
from bot.desk.visitor import Visitor
from conversations.desk.entry_forms import mend_form, mend_shown, return_form
from conversations.desk.entry_page import EntryFound, entry_page
from conversations.desk.entry_words import entry_words
from conversations.desk.waiting_page import waiting_count
from conversations.moments import short_day
from conversations.situation import Form, form_of
from rules.desk_requests import PapersOf, PhotosOf
from rules.entry import Entry
from rules.entry_requests import AtOffice, AtOfficeOf, HistoryOfEntry
from rules.office_requests import WaitingFor
from rules.paper_requests import TwinsOf
from rules.requests import EntryOf


@dataclass(frozen=True, slots=True)
class Typed:
    """What stays on the page: the form it was typed into, its words, what is wrong with them.

    note  what the page has to say before all else
    mend  boxes whose changes are to be looked at
    """

    at: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    wrong: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    mend: Mapping[str, str] = field(default_factory=dict)


async def entry_here(frame: Frame, request: web.Request, visitor: Visitor) -> tuple[Entry, Form]:
    """Return the entry the address names and its programme's form.

    Raises HTTPNotFound for what is not of the visitor's office.
    """
    entry, _, form = await _found(frame, request, visitor)
    return entry, form


async def _found(
    frame: Frame, request: web.Request, visitor: Visitor
) -> tuple[Entry, AtOffice, Form]:
    key = request.match_info["id"]
    entry, office = await frame.ask(visitor, EntryOf(key), AtOfficeOf(key))
    if entry is None or entry.id != key or not office.office:
        raise web.HTTPNotFound
    return entry, office, form_of(visitor.forms, entry.programme)


async def show_entry(
    frame: Frame, request: web.Request, visitor: Visitor, typed: Typed, *, status: int = 200
) -> web.Response:
    """Return the page of the entry the address names; raises HTTPNotFound as `entry_here` does."""
    mark = await newest(frame.tools)  # before the facts: what comes between is told
    entry, office, form = await _found(frame, request, visitor)
    _, around = frame.language(visitor), await _around(frame, request, visitor, entry)
    waiting = around.pop("waiting")
    ids = tuple(one.id for one in waiting.entries)
    page = entry_page(EntryFound(entry, office, **around, waiting=ids), form, _)
    return frame.show(
        request,
        visitor,
        "entry.html",
        title=page["title"],
        words=entry_words(_),
        status=status,
        counts={"/ban/viec-cho": waiting_count(waiting)},
        page=page,
        entry=entry,
        typed=typed,
        today=short_day(frame.tools.today()),
        forms=_forms(frame, visitor, entry, form, typed),
        live=f"/ban/events?moc={mark}",
    )


async def _around(
    frame: Frame, request: web.Request, visitor: Visitor, entry: Entry
) -> dict[str, Any]:
    """Return what there is beside an entry, and what waits."""
    office = frame.chosen(request, visitor).unit.id
    photos, papers, twins, past, waiting = await frame.ask(
        visitor,
        PhotosOf(entry.id),
        PapersOf(entry.unit.id, entry.programme, entry.round),
        TwinsOf(entry.id),
        HistoryOfEntry(entry.id),
        WaitingFor(office, entry.programme, entry.round),
    )
    return {
        "photos": photos,
        "papers": tuple(paper for paper in papers if paper.entry == entry.id),
        "twins": twins,
        "past": past,
        "waiting": waiting,
    }


def _forms(
    frame: Frame, visitor: Visitor, entry: Entry, form: Form, typed: Typed
) -> Mapping[str, Any]:
    """Return the fields of the forms, with what was typed into the one that was sent."""
    _, programme = frame.language(visitor), form.programme

    def kept(at: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
        return (typed.said, typed.wrong) if typed.at == at else ({}, {})

    return {
        "return": return_form(programme, *kept("return"), today=today_at(frame), _=_),
        "mend": mend_form(entry, programme, *kept("mend"), _),
        "shown": mend_shown(entry, programme, typed.mend),
        "refuse": kept("settle"),
        "day": kept("paper"),
    }

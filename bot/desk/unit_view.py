"""The page of one unit, with whatever was typed on it last."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web

from bot.desk.frame import Frame
from bot.desk.today import today_at
from bot.desk.visitor import Visitor
from conversations.desk.unit_page import UnitFound, unit_page
from conversations.desk.unit_words import unit_words
from conversations.moments import short_day
from rules.adoption_requests import PlansOf
from rules.code_requests import CodesMade
from rules.desk_requests import CallsOf, PapersOf
from rules.member_requests import MembersOf
from rules.requests import EntriesOf, StandingOf
from rules.roles import holds
from rules.unit_card import UnitCard
from rules.unit_requests import CardOf, HistoryOf


@dataclass(frozen=True, slots=True)
class UnitTyped:
    """What stays on the page: the form it was typed into, its words, what is wrong with them."""

    at: str = ""
    said: Mapping[str, str] = field(default_factory=dict)
    wrong: str = ""


async def card_here(frame: Frame, unit: str, visitor: Visitor) -> UnitCard:
    """Return a unit's card; raises HTTPNotFound for one that is not of the visitor's office."""
    card: UnitCard | None
    (card,) = await frame.ask(visitor, CardOf(unit))
    if card is None or not holds(card.role, "office"):
        raise web.HTTPNotFound
    return card


async def show_unit(
    frame: Frame, request: web.Request, visitor: Visitor, typed: UnitTyped, *, status: int = 200
) -> web.Response:
    """Return the page of the unit the address names; raises HTTPNotFound as `card_here` does."""
    unit, chosen = request.match_info["id"], frame.chosen(request, visitor)
    card, _ = await card_here(frame, unit, visitor), frame.language(visitor)
    about = (unit, chosen.programme, chosen.round)
    rest = await frame.ask(
        visitor,
        StandingOf(unit, chosen.round, chosen.programme),
        EntriesOf(unit),
        PapersOf(*about),
        CallsOf(*about),
        MembersOf(unit),
        CodesMade(unit),
        HistoryOf(unit),
        PlansOf(*about),
    )
    zone = frame.tools.shell.clock.zone
    page = unit_page(UnitFound(card, *rest), chosen.form, _, today=today_at(frame), zone=zone)
    return frame.show(
        request,
        visitor,
        "unit.html",
        title=page["title"],
        words=unit_words(_),
        status=status,
        page=page,
        unit=card.unit,
        typed=typed,
        today=short_day(frame.tools.today()),
    )

"""Answers what conversations ask about the organisation."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from rules import unit_requests
from storage import my_units, staff, unit_cards, unit_history
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction
from storage.my_units import MineAsked
from storage.unit_cards import CardAsked, Moment
from storage.unit_history import HistoryAsked

_Asked: TypeAlias = Sequence[tuple[str, Any]]


async def _cards(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    moment = Moment(around.today, around.now)
    both = [CardAsked(person, request.unit) for person, request in asked]
    return await unit_cards.unit_cards(tx, both, moment=moment)


async def _below(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    both = [CardAsked(person, request.unit) for person, request in asked]
    return await unit_cards.units_below(tx, both, today=around.today)


async def _histories(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    both = [HistoryAsked(person, request.unit) for person, request in asked]
    return await unit_history.histories(tx, both, today=around.today)


async def _mine(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    wanted = [MineAsked(person, r.words, r.change, r.but, r.most) for person, r in asked]
    return await my_units.my_units(tx, wanted, today=around.today)


async def _staff(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await staff.staff_over(tx, who, r.unit, today=around.today) for who, r in asked]


ANSWERED: Mapping[type, Answered] = {
    unit_requests.CardOf: _cards,
    unit_requests.UnitsBelow: _below,
    unit_requests.HistoryOf: _histories,
    unit_requests.UnitsOfMine: _mine,
    unit_requests.StaffOver: _staff,
}

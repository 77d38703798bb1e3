"""Answers what conversations ask about the people of units."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from rules.confirmation import ConfirmationOf
from rules.member_requests import AskedUnitOf, ExpectsSomebody, MemberOf, MembersOf, WhoAsks
from storage import asked_units, confirmations, members, phones
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction

_Asked: TypeAlias = Sequence[tuple[str, Any]]


async def _rosters(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await members.roster(tx, who, r.unit, today=around.today) for who, r in asked]


async def _member(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await members.member(tx, who, r.membership, today=around.today) for who, r in asked]


async def _waiting(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await members.who_asks(tx, who, today=around.today) for who, _ in asked]


async def _typed(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await asked_units.asked_unit(tx, who, r.unit, today=around.today) for who, r in asked]


async def _expects(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await phones.expects_somebody(tx, today=around.today)] * len(asked)


async def _confirmed(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await confirmations.confirmation(tx, r.entry, around.zone) for _, r in asked]


ANSWERED: Mapping[type, Answered] = {
    AskedUnitOf: _typed,
    ConfirmationOf: _confirmed,
    ExpectsSomebody: _expects,
    MemberOf: _member,
    MembersOf: _rosters,
    WhoAsks: _waiting,
}

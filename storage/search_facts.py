"""Answers what conversations ask across everything a person may see."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from rules.requests import Found, FoundAgain, TakenUp
from storage import findings, taken_up
from storage.database import Transaction

if TYPE_CHECKING:
    from storage.facts import Circumstances

_Asked: TypeAlias = Sequence[tuple[str, Any]]


async def _found(tx: Transaction, asked: _Asked, around: "Circumstances") -> Sequence[Any]:
    return [
        await findings.found(tx, person, request.words, today=around.today, zone=around.zone)
        for person, request in asked
    ]


async def _found_again(tx: Transaction, asked: _Asked, around: "Circumstances") -> Sequence[Any]:
    return [
        await findings.findings(tx, person, request.keys, today=around.today, zone=around.zone)
        for person, request in asked
    ]


async def _taken_up(tx: Transaction, asked: _Asked, around: "Circumstances") -> Sequence[Any]:
    return [
        await taken_up.taken_up(tx, person, request, today=around.today)
        for person, request in asked
    ]


_Answered: TypeAlias = Callable[[Transaction, _Asked, "Circumstances"], Awaitable[Sequence[Any]]]
ANSWERED: Mapping[type, _Answered] = {
    Found: _found,
    FoundAgain: _found_again,
    TakenUp: _taken_up,
}

"""Answers what conversations ask across everything a person may see."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from rules.requests import Found, FoundAgain
from storage import findings
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction

_Asked: TypeAlias = Sequence[tuple[str, Any]]


async def _found(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [
        await findings.found(tx, person, request.words, today=around.today, zone=around.zone)
        for person, request in asked
    ]


async def _found_again(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [
        await findings.findings(tx, person, request.keys, today=around.today, zone=around.zone)
        for person, request in asked
    ]


ANSWERED: Mapping[type, Answered] = {
    Found: _found,
    FoundAgain: _found_again,
}

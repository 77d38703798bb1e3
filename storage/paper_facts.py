"""Answers what an office asks about papers, and about what may be in the register twice."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from rules.entry import Entry
from rules.office_requests import GapsOf, SimilarBelow
from rules.paper_requests import FormOf, TwinsOf
from rules.similar import similar
from storage import papers, register
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction
from storage.papers import Looking
from storage.register import Asked

_Asked: TypeAlias = Sequence[tuple[str, Any]]


async def _gaps(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [
        await papers.gaps(tx, Looking(who, r.unit, r.programme, r.round, around.today, around.zone))
        for who, r in asked
    ]


async def _forms(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    day, zone = around.today, around.zone
    return [await papers.form_of(tx, r.paper, today=day, zone=zone) for _, r in asked]


async def _similar(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    registers = await _registers(tx, asked, around)
    return [
        tuple(entries[index] for index in similar(request.name, [e.name for e in entries]))
        for (_, request), entries in zip(asked, registers, strict=True)
    ]


async def _twins(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    keys = [Asked(who, request.entry) for who, request in asked]
    found = await register.entry_of(tx, keys, today=around.today, zone=around.zone)
    ones = [(key.person, one) for key, one in zip(keys, found, strict=True) if one]
    alike = [
        (who, SimilarBelow(one.unit.id, one.programme, one.round, one.name)) for who, one in ones
    ]
    near = iter(await _similar(tx, alike, around) if alike else ())
    return [tuple(e for e in next(near) if e.id != one.id) if one else () for one in found]


async def _registers(tx: Transaction, asked: _Asked, around: Circumstances) -> list[list[Entry]]:
    """Return what is in each unit's register of a round, as who asks sees it."""
    keys = [Asked(who, request.unit) for who, request in asked]
    found = await register.entries_of(tx, keys, today=around.today, zone=around.zone)
    return [
        [one for one in entries if (one.programme, one.round) == (r.programme, r.round)]
        for (_, r), entries in zip(asked, found, strict=True)
    ]


ANSWERED: Mapping[type, Answered] = {
    GapsOf: _gaps,
    FormOf: _forms,
    SimilarBelow: _similar,
    TwinsOf: _twins,
}

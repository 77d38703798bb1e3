"""Answers what conversations ask about an entry and the office."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from rules.entry import Entry
from rules.entry_requests import AtOffice, AtOfficeOf, HistoryOfEntry, Moment
from rules.office_requests import WaitingFor
from rules.roles import holds
from rules.spending import Unanswered
from storage import corrections, entry_history, register, returns, unanswered, waiting
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction
from storage.events import last
from storage.register import Asked
from storage.scope import roles_over
from storage.waiting import WaitingAsked

_Asked: TypeAlias = Sequence[tuple[str, Any]]


async def _waiting(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    keys = [WaitingAsked(who, r.unit, r.programme, r.round) for who, r in asked]
    found = [
        await waiting.waiting_for(tx, key, today=around.today, zone=around.zone) for key in keys
    ]
    if not around.plans:
        return found
    return [
        replace(one, unanswered=await _unanswered(tx, key.person, around))
        for one, key in zip(found, keys, strict=True)
    ]


async def _unanswered(
    tx: Transaction, person: str, around: Circumstances
) -> tuple[Unanswered, ...]:
    """Return who of the units somebody runs wrote and could not be answered."""
    found = await unanswered.of_office(tx, person, around.plans, now=around.now, today=around.today)
    return tuple(
        Unanswered(key, name, phone, unit, around.local(at)) for key, name, phone, unit, at in found
    )


async def _histories(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [
        await entry_history.history(tx, r.entry, reader=who, today=around.today, zone=around.zone)
        for who, r in asked
    ]


async def _at_office(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    keys = [Asked(who, r.entry) for who, r in asked]
    found = await register.entry_of(tx, keys, today=around.today, zone=around.zone)
    return [
        await _stands(tx, who, entry, around) if entry else AtOffice()
        for (who, _), entry in zip(asked, found, strict=True)
    ]


async def _stands(tx: Transaction, who: str, entry: Entry, around: Circumstances) -> AtOffice:
    (role,) = await roles_over(tx, [(who, entry.unit.id)], today=around.today)
    wanted = await corrections.open_ones(tx, {entry.id: entry}, zone=around.zone)
    return AtOffice(
        office=holds(role, "office"),
        supplement=await returns.supplement(tx, entry.id, zone=around.zone),
        correction=next(iter(wanted), None),
        accepted=await _accepted(tx, entry, around.zone),
    )


async def _accepted(tx: Transaction, entry: Entry, zone: dt.tzinfo) -> Moment | None:
    taken_in = entry.state in {"accepted", "recognised"}
    who = await last(tx, entry.id, ["accept"]) if taken_in else None
    if who is None:
        return None
    return Moment("accept", who.name, dt.datetime.fromtimestamp(who.at / 1000, zone))


ANSWERED: Mapping[type, Answered] = {
    AtOfficeOf: _at_office,
    HistoryOfEntry: _histories,
    WaitingFor: _waiting,
}

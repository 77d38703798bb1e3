"""Answers what conversations and the desk ask of deadlines that change, and of the calendar."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from rules.deadline_moves import EndMoved, moved_to, told_apart
from rules.deadline_requests import (
    DeadlineChanged,
    DeadlineHistoryOf,
    Effect,
    EffectOf,
    SaidDays,
    SaidDaysOf,
)
from rules.programme import Programme
from rules.refused import Refused
from rules.roles import holds
from rules.rounds import deadline
from storage import calendar_days, deadline_effects, deadline_history
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction
from storage.deadline_changes import covers
from storage.deadline_history import Kept
from storage.leading import leads
from storage.scope import roles_over
from storage.summary_now import TableAsked
from storage.units import names_today

_Asked: TypeAlias = Sequence[tuple[str, Any]]
_MOST = 30


async def _effects(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await _effect(tx, request, around) for _, request in asked]


async def _effect(tx: Transaction, asked: EffectOf, around: Circumstances) -> Effect:
    programme = _programme(around, asked.programme)
    if programme is None:
        return Effect()
    last = await deadline_history.newest(tx, asked.programme, asked.round)
    known = Effect()
    if last:
        known = replace(known, version=last.change.id, by=last.by, at=around.local(last.change.at))
    theirs, now = programme.of(asked.unit), around.local(around.now)
    try:
        ends = tuple(moved_to(theirs, asked.round, end, around.zone, now=now) for end in asked.ends)
    except Refused as why:
        return replace(known, refused=why)
    return await _counted(tx, asked, replace(known, ends=ends), programme, around)


async def _counted(
    tx: Transaction, asked: EffectOf, known: Effect, programme: Programme, around: Circumstances
) -> Effect:
    """Return the effect with all its counts."""
    scope = (asked.unit, asked.below)
    covered = (await covers(tx, [scope], today=around.today))[scope]
    table = TableAsked(asked.unit, programme, asked.round, around.local(around.now))
    found = await deadline_effects.lines_of(tx, table, covered)
    lines = [line for line in found.values() if line.state != "exempt"]
    units = {line.now.unit.id for line in lines} | (set() if asked.below else {asked.unit})
    rules = [f"deadline:{asked.programme}:{end.stage}" for end in asked.ends]
    complete = sum(line.state == "met" for line in lines)
    contacts, untold = await deadline_effects.reached(tx, units, today=around.today)
    own = sum(_differs(programme, asked, unit, around.zone) for unit in units)
    return replace(
        known,
        units=len(units),
        complete=complete,
        short=len(lines) - complete,
        contacts=contacts,
        untold=untold,
        own=own,
        waiting=await deadline_effects.waiting(tx, rules, covered),
        late=await _late(tx, asked, known.ends, covered, around),
    )


def _differs(programme: Programme, asked: EffectOf, unit: str, zone: dt.tzinfo) -> bool:
    """Return whether a stage ends otherwise for a unit than for the one it is asked for."""
    theirs, its = programme.of(asked.unit), programme.of(unit)
    return any(
        deadline(theirs, end.stage, asked.round, zone)
        != deadline(its, end.stage, asked.round, zone)
        for end in asked.ends
    )


async def _late(
    tx: Transaction,
    asked: EffectOf,
    ends: Sequence[EndMoved],
    covered: frozenset[str],
    around: Circumstances,
) -> int:
    end = next((end for end in ends if end.stage == "register"), None)
    if end is None:
        return 0
    before = int(end.now.timestamp() * 1000) if end.now else around.now
    return await deadline_effects.late(tx, asked.programme, asked.round, covered, before=before)


async def _histories(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    who = [(person, request.unit) for person, request in asked]
    roles = await roles_over(tx, who, today=around.today)
    return [
        await _history(tx, request, around, below=holds(role, "officer"))
        for (_, request), role in zip(asked, roles, strict=True)
    ]


async def _history(
    tx: Transaction, asked: DeadlineHistoryOf, around: Circumstances, *, below: bool
) -> tuple[DeadlineChanged, ...]:
    """Return the changes that cover a unit; `below`: those of single units below it, too."""
    programme = _programme(around, asked.programme)
    kept = await deadline_history.of_round(tx, asked.programme, asked.round, today=around.today)
    if programme is None or not kept:
        return ()
    scope = (asked.unit, below)
    over = (await covers(tx, [scope], today=around.today))[scope]
    theirs = [one for one in kept if asked.unit in one.change.units or one.unit in over]
    names = await names_today(tx, {one.unit for one in theirs}, today=around.today)
    every = replace(programme, changes=tuple(one.change for one in kept))
    said = [_changed(every, one, names, around) for one in reversed(theirs[-_MOST:])]
    return tuple(said)


def _changed(
    programme: Programme, one: Kept, names: Mapping[str, str], around: Circumstances
) -> DeadlineChanged:
    of = programme.of(one.unit)
    (end,) = told_apart(of, [one.change], one.change.round, around.zone)
    return DeadlineChanged(
        at=around.local(one.change.at),
        by=one.by,
        unit=one.unit,
        whom=names.get(one.unit, ""),
        below=one.below,
        end=end,
        reason=one.change.reason,
        basis=one.change.basis,
        units=frozenset(one.change.units),
    )


async def _said_days(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    since = dt.date.fromisoformat(around.today).replace(month=1, day=1)
    said = await calendar_days.said(tx)
    days = tuple((day, one) for day, one in said.items() if day >= since)
    return [
        SaidDays(days, await leads(tx, request.unit, today=around.today)) for _, request in asked
    ]


def _programme(around: Circumstances, code: str) -> Programme | None:
    return next((one for one in around.programmes if one.code == code), None)


ANSWERED: Mapping[type, Answered] = {
    EffectOf: _effects,
    DeadlineHistoryOf: _histories,
    SaidDaysOf: _said_days,
}

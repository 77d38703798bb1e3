"""Deadlines that the office changes: kept once; what was late by the old end may be on time."""

from bot.carry_out.order import Order
from rules.deadline_commands import ChangeDeadlines, LeaveDeadlines, StageEnd
from rules.deadline_requests import Effect, EffectOf
from rules.deadline_results import DeadlinesChanged, DeadlinesElse, DeadlinesStay
from rules.person import Unit
from rules.results import Result, TooLate
from rules.unit_card import UnitCard
from rules.unit_requests import CardOf
from rules.utc_ms import ms_of
from storage import deadline_changes, deadline_history, events
from storage.database import Transaction
from storage.deadline_changes import Change
from storage.deadline_history import Kept


async def change_deadlines(tx: Transaction, order: Order) -> Result:
    """Let stages end otherwise; who comes second reads who was first, and nothing is done."""
    command = order.command
    assert isinstance(command, ChangeDeadlines)  # noqa: S101 - sorted by carry_out
    card = await unit_card(tx, order, command.unit)
    if card is None or not command.ends:
        return TooLate(None)
    await deadline_history.hold(tx, command.unit, today=order.today().isoformat())
    last = await deadline_history.newest(tx, command.programme, command.round)
    if last and last.change.id != command.seen:
        return _else(order, last)
    asked = (command.unit, command.below, command.programme, command.round, command.ends)
    effect: Effect = await order.fact(tx, EffectOf(*asked))
    if effect.refused or not effect.ends:
        return DeadlinesStay(effect.refused)
    return await _changed(tx, order, card.unit, effect)


async def _changed(tx: Transaction, order: Order, unit: Unit, effect: Effect) -> Result:
    command = order.command
    assert isinstance(command, ChangeDeadlines)  # noqa: S101 - sorted by carry_out
    changes = _changes(order, command)
    await deadline_changes.keep(tx, changes)
    said = [
        order.event("deadline-change", change.id, before=_said(end.before), after=_said(end.now))
        for change, end in zip(changes, effect.ends, strict=True)
    ]
    await events.add(tx, said)
    late = await _on_time_again(tx, order, effect)
    counts = (effect.units, effect.contacts, late)
    return DeadlinesChanged(unit, command.below, effect.ends, *counts)


def _changes(order: Order, command: ChangeDeadlines) -> list[Change]:
    """Return a change for each stage; those made together have the same id before the dot."""
    key, several = order.shell.ids.next(), len(command.ends) > 1
    return [
        _change(order, command, end, f"{key}.{n}" if several else key)
        for n, end in enumerate(command.ends)
    ]


def _change(order: Order, command: ChangeDeadlines, end: StageEnd, key: str) -> Change:
    return Change(
        id=key,
        programme=command.programme,
        stage=end.stage,
        round=command.round,
        unit=command.unit,
        below=command.below,
        kind="moved" if end.day else "paused",
        day=end.day,
        until=end.until,
        reason=command.reason,
        basis=command.basis,
        by_person=order.person.id,
        at=order.now(),
    )


async def _on_time_again(tx: Transaction, order: Order, effect: Effect) -> int:
    """Take what came late by the old end of registering as on time; return how many that were."""
    command = order.command
    assert isinstance(command, ChangeDeadlines)  # noqa: S101 - sorted by carry_out
    end = next((one for one in effect.ends if one.stage == "register"), None)
    if end is None or not effect.late:
        return 0
    kept = await deadline_history.of_round(
        tx, command.programme, command.round, today=order.today().isoformat()
    )
    change = next(one.change for one in reversed(kept) if one.change.stage == "register")
    before = ms_of(end.now) if end.now else order.now()
    entries = await deadline_changes.on_time_again(tx, change, before=before)
    await events.add(tx, [order.event("on-time-again", entry) for entry in entries])
    return len(entries)


async def unit_card(tx: Transaction, order: Order, unit: str) -> UnitCard | None:
    """Return a unit as who gave the order sees it."""
    card: UnitCard | None = await order.fact(tx, CardOf(unit))
    return card


async def leave_deadlines(_tx: Transaction, order: Order) -> Result:
    """Change nothing."""
    assert isinstance(order.command, LeaveDeadlines)  # noqa: S101 - sorted by carry_out
    return DeadlinesStay()


def _else(order: Order, last: Kept) -> DeadlinesElse:
    own = last.by_person == order.person.id
    return DeadlinesElse("" if own else last.by, order.shell.clock.local(last.change.at), own)


def _said(moment: object) -> str:
    return f"{moment:%Y-%m-%dT%H:%M}" if moment else "paused"

"""Answers what is asked of the office's table and of whom it has to call."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from rules.office_requests import CallList, SummaryOf
from rules.summary import Summary
from storage.call_list import call_list
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction
from storage.summary_now import TableAsked, summary_now

_Asked: TypeAlias = Sequence[tuple[str, Any]]


async def _summaries(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await _summary(tx, request, around) for _, request in asked]


async def _call_lists(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await call_list(tx, await _summary(tx, request, around)) for _, request in asked]


async def _summary(
    tx: Transaction, request: SummaryOf | CallList, around: Circumstances
) -> Summary:
    """Return the table; of a programme that is not there, the empty one."""
    programme = next((p for p in around.programmes if p.code == request.programme), None)
    if programme is None:
        empty: Summary = SummaryOf.examples[0]
        return empty
    at = around.local(around.now)
    return await summary_now(tx, TableAsked(request.unit, programme, request.round, at))


ANSWERED: Mapping[type, Answered] = {SummaryOf: _summaries, CallList: _call_lists}

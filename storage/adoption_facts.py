"""Answers what conversations ask of launched models, plans, targets and ratings."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from rules import adoption_requests as requests
from rules.adoption_requests import Adopting, AdoptionOf
from rules.programme import Programme
from rules.progress import Progress
from rules.summary import Adoption, Summary
from storage import launch_reach, plans, ratings, targets_met
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction
from storage.launch_reach import Below
from storage.leading import leads
from storage.summary_now import TableAsked, summary_now
from storage.units import names_today

_Asked: TypeAlias = Sequence[tuple[str, Any]]


async def _plans(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [
        await plans.models_planned(
            tx, r.unit, programme=r.programme, round_=r.round, today=around.today
        )
        for _, r in asked
    ]


async def _adoption(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await _adopting(tx, request, around) for _, request in asked]


async def _adopting(tx: Transaction, asked: AdoptionOf, around: Circumstances) -> Adopting:
    programme = next((p for p in around.programmes if p.code == asked.programme), None)
    if programme is None:
        return Adopting()
    at = around.local(around.now)
    table = await summary_now(tx, TableAsked(asked.unit, programme, asked.round, at))
    names = await _names(tx, table, today=around.today)
    below = Below(asked.unit, asked.programme, asked.round, around.today)
    return Adopting(
        models=tuple(_named(model, names) for model in table.adoption),
        adopted_all=_left_named(table.adopted_all, names),
        launches=await launch_reach.launches_now(tx, below, _types(programme)),
        leads=await leads(tx, asked.unit, today=around.today),
    )


def _types(programme: Programme) -> Mapping[str, tuple[str, ...]]:
    return {model.code: model.units for model in programme.launched}


async def _names(tx: Transaction, table: Summary, *, today: str) -> Mapping[str, str]:
    far = [table.adopted_all]
    far += [one for model in table.adoption for one in (model.adopted, model.planned)]
    return await names_today(tx, {unit for one in far for unit in one.left}, today=today)


def _named(model: Adoption, names: Mapping[str, str]) -> Adoption:
    adopted, planned = _left_named(model.adopted, names), _left_named(model.planned, names)
    return replace(model, adopted=adopted, planned=planned)


def _left_named(far: Progress, names: Mapping[str, str]) -> Progress:
    return replace(far, left=tuple(names[unit] for unit in far.left if unit in names))


async def _reach(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    found = []
    for _, request in asked:
        below = Below(request.unit, request.programme, request.round, around.today)
        units = await launch_reach.addressed(tx, below)
        people = await launch_reach.reachable(tx, units, request.types)
        found.append(launch_reach.reach(units, people, request.types))
    return found


async def _marked(tx: Transaction, asked: _Asked, _around: Circumstances) -> Sequence[Any]:
    return [await targets_met.marked(tx, r.programme, r.round) for _, r in asked]


async def _ratings(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    return [await ratings.ratings_of(tx, r.unit, year=r.year, today=around.today) for _, r in asked]


ANSWERED: Mapping[type, Answered] = {
    requests.PlansOf: _plans,
    requests.AdoptionOf: _adoption,
    requests.ReachOf: _reach,
    requests.MarkedTargets: _marked,
    requests.RatingsOf: _ratings,
}

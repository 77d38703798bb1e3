"""The office's table as its units and entries stand now, in a few statements."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rules.adopting import SOURCE
from rules.name_order import name_order
from rules.person import Unit
from rules.programme import Programme
from rules.summarising import summarise
from rules.summary import EntryNow, Summary, UnitNow
from storage.database import Row, Transaction
from storage.register import UNCLEAR
from storage.scope import DOWN, DOWN_OF_MANY, LINE_OF_MANY

_UNITS = f"""
WITH RECURSIVE {DOWN_OF_MANY}
SELECT u.id, COALESCE(n.name, ''), u.type, u.place, COALESCE(p.parent, ''), COALESCE(x.reason, ''),
    CASE WHEN n.name IS NULL THEN 1 ELSE 0 END
FROM down d JOIN units u ON u.id = d.unit AND u.state = 'known'
LEFT JOIN unit_names n ON n.unit = u.id
    AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
LEFT JOIN unit_parents p ON p.unit = u.id
    AND p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day)
LEFT JOIN exemptions x ON x.unit = u.id AND x.programme = :programme AND x.round = :round"""  # noqa: S608 - the same
_LINES = f"WITH RECURSIVE {LINE_OF_MANY} SELECT part, unit FROM line"  # noqa: S608 - the same
# By units named one by one: a database that is left to join these reads the whole register.
_ENTRIES = f"""
SELECT e.id, e.unit, e.source, e.kind, e.entry_kind, e.subject, e.origin, e.field, e.state,
    e.counts, CASE WHEN {UNCLEAR} THEN 1 ELSE 0 END,
    CASE WHEN EXISTS (SELECT 1 FROM papers a WHERE a.entry = e.id AND a.state = 'here'
                      AND a.original_day <> '') THEN 1 ELSE 0 END
FROM entries e WHERE e.unit IN :parts AND e.round = :round
    AND e.programme = :programme AND e.state <> 'withdrawn'"""  # noqa: S608 - the same
_BESIDE = f"""
WITH RECURSIVE {LINE_OF_MANY}
SELECT l.unit, p.model FROM line l JOIN plans p ON p.unit = l.part
WHERE p.programme = :programme AND p.round = :round
UNION ALL
SELECT l.unit, '' FROM line l JOIN papers a ON a.unit = l.part AND a.round = :round
WHERE a.programme = :programme AND a.entry = '' AND a.state = 'here'"""  # noqa: S608 - the same
# Nearest last, so that it stays.
_STAFF = f"""
WITH RECURSIVE {DOWN}, above (unit, steps) AS (
    SELECT u.id, 0 FROM units u WHERE u.id = :unit
    UNION
    SELECT p.parent, a.steps + 1 FROM above a JOIN unit_parents p ON p.unit = a.unit
    WHERE a.steps < 9 AND p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day)
), place (unit, held, steps) AS (
    SELECT unit, unit, 0 FROM down
    UNION
    SELECT :unit, unit, steps FROM above
)
SELECT p.unit, h.person, who.name
FROM place p JOIN unit_humans h ON h.unit = p.held JOIN people who ON who.id = h.person
WHERE h.from_day <= :today AND (h.to_day = '' OR :today < h.to_day) ORDER BY p.steps DESC"""  # noqa: S608 - the same


@dataclass(frozen=True, slots=True)
class TableAsked:
    """Of which unit, programme and round a table is wanted, and when: aware, local.

    units  only of these and what is below them, without who is in charge; () all below `unit`
    """

    unit: str
    programme: Programme
    round: int
    at: dt.datetime
    units: Collection[str] = ()


async def summary_now(tx: Transaction, asked: TableAsked) -> Summary:
    """Return the table of a unit over all below it; who asks must have been looked at before.

    Its lines are in the order of the programme's types, then by name.
    """
    params: dict[str, Any] = {
        "unit": asked.unit,
        "units": sorted(asked.units) or [asked.unit],
        "programme": asked.programme.code,
        "round": asked.round,
        "today": asked.at.date().isoformat(),
    }
    found = await _found(tx, params)
    beside = await tx.rows(_BESIDE, params)
    in_charge = [] if asked.units else await tx.rows(_STAFF, params)
    staff = {unit: (person, name) for unit, person, name in in_charge}
    rows = sorted(await tx.rows(_UNITS, params), key=_order(asked.programme))
    units = _units(rows, _in_charge(rows, staff), _adopted(found), beside)
    return summarise(
        asked.programme,
        office=next((now.unit for now in units if now.unit.id == asked.unit), Unit(asked.unit, "")),
        year=asked.round,
        at=asked.at,
        units=units,
        entries=_entries(found),
    )


async def _found(tx: Transaction, params: Mapping[str, Any]) -> list[Row]:
    """Return the entries of the round, each once for every unit whose register it is in today."""
    owners: dict[str, list[str]] = {}
    for part, unit in await tx.rows(_LINES, params):
        owners.setdefault(part, []).append(unit)
    entries = await tx.rows(_ENTRIES, {**params, "parts": sorted(owners)})
    return sorted((key, unit, *rest) for key, part, *rest in entries for unit in owners[part])


def _order(programme: Programme) -> Any:
    places = {code: n for n, (code, _) in enumerate(programme.unit_types)}
    return lambda row: (places.get(row[2], len(places)), name_order(row[1]), row[0])


def _units(
    rows: Sequence[Row],
    staff: Mapping[str, tuple[str, str]],
    adopted: Mapping[str, Sequence[str]],
    beside: Sequence[Row],
) -> list[UnitNow]:
    plans: dict[str, set[str]] = {}
    for unit, model in beside:
        plans.setdefault(unit, set()).add(model)
    papers = Counter(unit for unit, model in beside if not model)
    return [
        UnitNow(
            Unit(key, name, type_, place),
            parent,
            exempt,
            papers[key],
            tuple(adopted.get(key, ())),
            tuple(sorted(plans.get(key, set()) - {""})),
            *staff.get(key, ("", "")),
            ended=bool(ended),
        )
        for key, name, type_, place, parent, exempt, ended in rows
    ]


def _in_charge(
    rows: Sequence[Row], staff: Mapping[str, tuple[str, str]]
) -> dict[str, tuple[str, str]]:
    """Return who is in charge of each unit, or of the nearest above it."""
    parents = {row[0]: row[4] for row in rows}
    charge = {}
    for unit in parents:
        at, seen = unit, set[str]()
        while at not in staff and at in parents and at not in seen:
            seen.add(at)
            at = parents[at]
        if at in staff:
            charge[unit] = staff[at]
    return charge


def _adopted(found: Sequence[Row]) -> dict[str, list[str]]:
    """Return the codes of the launched models each unit takes up; of unclear senders none."""
    adopted: dict[str, set[str]] = {}
    for _, unit, source, *_rest, unclear, _original in found:
        if source.startswith(SOURCE) and not unclear:
            adopted.setdefault(unit, set()).add(source.removeprefix(SOURCE))
    return {unit: sorted(codes) for unit, codes in adopted.items()}


def _entries(found: Sequence[Row]) -> list[EntryNow]:
    units: dict[str, list[str]] = {}
    for key, unit, *_ in found:
        units.setdefault(key, []).append(unit)
    return [_entry(row, tuple(units[row[0]])) for row in {row[0]: row for row in found}.values()]


def _entry(row: Row, units: tuple[str, ...]) -> EntryNow:
    key, _, _, kind, entry_kind, subject, origin, field, state, counts, unclear, original = row
    return EntryNow(
        key,
        units,
        kind,
        model=entry_kind == "model",
        individual=subject == "individual",
        origin=origin,
        field=field,
        state=state,
        counts=bool(counts),
        unclear=bool(unclear),
        original=bool(original),
    )

"""The register of a unit year by year, under the names of those years."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rules.unit_card import Part, YearOfUnit
from storage.database import Transaction
from storage.scope import UNITS_SEEN


class HistoryAsked(NamedTuple):
    """Who asks for the history of which unit."""

    person: str
    unit: str


# All that rolls up to the units of `given`: what is below them, then what all of it came of.
LINES = """
tree (start, unit) AS (
    SELECT u.id, u.id FROM given g JOIN units u ON u.id = g.unit
    UNION
    SELECT t.start, p.unit FROM tree t JOIN unit_parents p ON p.parent = t.unit
    WHERE p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day)
), line (start, unit) AS (
    SELECT start, unit FROM tree
    UNION
    SELECT l.start, s.unit FROM line l JOIN unit_successors s ON s.successor = l.unit
    WHERE s.day <= :today
)"""
_COUNTS = f"""
WITH RECURSIVE given (person, unit) AS (VALUES :rows), {UNITS_SEEN}, {LINES}
SELECT e.unit, e.round, count(*), sum(CASE e.entry_kind WHEN 'exemplar' THEN 1 ELSE 0 END),
    sum(CASE WHEN e.entry_kind = 'model' AND e.state = 'recognised' THEN 1 ELSE 0 END)
FROM line l JOIN sees s ON s.unit = l.unit
JOIN entries e ON e.unit = l.unit AND e.counts = 1 AND e.state <> 'withdrawn'
GROUP BY e.unit, e.round"""  # noqa: S608 - all of it is written here
_WERE = """
WITH RECURSIVE were (unit) AS (
    SELECT unit FROM unit_successors WHERE successor = :unit AND day <= :today
    UNION
    SELECT s.unit FROM were w JOIN unit_successors s ON s.successor = w.unit
    WHERE s.day <= :today)
SELECT unit FROM were ORDER BY unit"""
# What stood below each unit that was at the end of each year; the others that were stand apart.
_PARTS = """
WITH RECURSIVE given (start, round, day) AS (VALUES :rows), part (start, round, day, unit) AS (
    SELECT u.id, g.round, g.day, u.id FROM given g JOIN units u ON u.id = g.start
    UNION
    SELECT t.start, t.round, t.day, p.unit FROM part t JOIN unit_parents p ON p.parent = t.unit
    WHERE p.from_day <= t.day AND (p.to_day = '' OR t.day < p.to_day) AND p.unit NOT IN :were
) SELECT start, round, unit FROM part ORDER BY start"""
_NAMES = "SELECT unit, name, from_day FROM unit_names WHERE unit IN :units ORDER BY from_day"


async def histories(
    tx: Transaction, asked: Sequence[HistoryAsked], *, today: str
) -> list[tuple[YearOfUnit, ...]]:
    """Return, for each who asks, the years of the unit as far as they see it, the newest first."""
    return [await _history(tx, one, today=today) for one in asked]


async def _history(tx: Transaction, asked: HistoryAsked, *, today: str) -> tuple[YearOfUnit, ...]:
    counted = await tx.rows(_COUNTS, {"rows": [asked], "people": [asked.person], "today": today})
    counts = {(unit, round_): count for unit, round_, count, _, _ in counted}
    totals: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    for _, round_, *numbers in counted:
        totals[round_] = [sum(both) for both in zip(totals[round_], numbers, strict=True)]
    days = {year: min(f"{year}-12-31", today) for year in sorted(totals, reverse=True)}
    were = [unit for (unit,) in await tx.rows(_WERE, {"unit": asked.unit, "today": today})]
    parts = await _parts(tx, were, days, counts) if were and days else Counter()
    names = await tx.rows(_NAMES, {"units": [asked.unit, *were]})
    return tuple(
        YearOfUnit(year, count, _said(asked.unit, year, count, parts, named), exemplars, recognised)
        for year, day in days.items()
        for count, exemplars, recognised in [totals[year]]
        for named in [_names_on(names, day)]
    )


async def _parts(
    tx: Transaction,
    were: Sequence[str],
    days: Mapping[int, str],
    counts: Mapping[tuple[str, int], int],
) -> Counter[tuple[str, int]]:
    """Return how many entries each unit that was had below it in each year."""
    rows = [(unit, year, day) for unit in were for year, day in days.items()]
    found = await tx.rows(_PARTS, {"rows": rows, "were": were})
    parts: Counter[tuple[str, int]] = Counter()
    for start, round_, unit in found:
        parts[start, round_] += counts.get((unit, round_), 0)
    return parts


def _said(
    unit: str, year: int, total: int, parts: Mapping[tuple[str, int], int], names: Mapping[str, str]
) -> tuple[Part, ...]:
    former = [
        Part(names[key], count, former=True)
        for (key, round_), count in sorted(parts.items())
        if round_ == year and count
    ]
    own = total - sum(part.count for part in former)
    return (*((Part(names[unit], own),) if own else ()), *former)


def _names_on(names: Sequence[tuple[str, str, str]], day: str) -> dict[str, str]:
    """Return what units were called on a day, those not there yet as they were first."""
    called: dict[str, str] = {}
    for unit, name, from_day in names:
        if unit not in called or from_day <= day:
            called[unit] = name
    return called

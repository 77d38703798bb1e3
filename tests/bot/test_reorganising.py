"""Whatever an office does to its units, nothing of their register is lost or counted twice."""

import asyncio
import datetime as dt
import itertools
from typing import Any, TypeAlias

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules import unit_commands as c
from rules.requests import EntryOf
from rules.unit_card import YearOfUnit
from rules.unit_requests import HistoryOf
from storage import entries, units
from storage.database import Transaction
from storage.units import NewUnit
from tests.bot.ordering import HANH, give, order
from tests.hamlet import LONG_AGO, Hamlet
from tests.registered import registered_in

Step: TypeAlias = tuple[str, int, int, int]
Period: TypeAlias = tuple[str, str, str]  # from, to, what held

KINDS = ("rename", "move", "merge", "fuse", "split", "end", "hand-over", "add")
STEPS = st.lists(st.tuples(st.sampled_from(KINDS), *(st.integers(0, 9) for _ in "abc")), max_size=9)
ROUNDS = itertools.count(1)
NUMBERS = itertools.count(1)
FIRST = dt.date(2026, 1, 1)


async def planted(world: Hamlet) -> list[str]:
    """Add two committees with two branches each, all with entries; return their ids."""
    mark = next(ROUNDS)
    keys = [f"{mark}{letter}" for letter in "abcdef"]
    above = ["khoi", "khoi", keys[0], keys[0], keys[1], keys[1]]
    rows = [
        NewUnit(key, f"Đơn vị {key}", LONG_AGO, 1, parent=parent)
        for key, parent in zip(keys, above, strict=True)
    ]
    async with world.db.writing() as tx:
        await units.add_units(tx, rows)
        for key in keys:
            await entries.add(tx, registered_in(key, 2026, first=next(NUMBERS)))
    return keys


def command(step: Step, keys: list[str]) -> c.UnitChange:
    """Return a change of one of the units; it may be one that cannot be."""
    kind, *picks = step
    one, other = keys[picks[0] % len(keys)], keys[picks[1] % len(keys)]
    day = (FIRST + dt.timedelta(days=picks[2] * 60)).isoformat()
    name = f"Tên {next(NUMBERS)}"
    made: dict[str, c.UnitChange] = {
        "rename": c.RenameUnit(one, name, day),
        "move": c.MoveUnit(one, other, day),
        "merge": c.MergeUnits(one, (other,), one, "", day),
        "fuse": c.MergeUnits(one, (other,), "", name, day),
        "split": c.SplitUnit(one, (name, f"{name} B"), day),
        "end": c.EndUnit(one, "", day),
        "hand-over": c.EndUnit(one, other, day),
        "add": c.AddUnit(one, name, "", "", day),
    }
    return made[kind]


async def total(world: Hamlet) -> int:
    """Return how many entries of 2026 roll up to the office."""
    async with world.db.writing() as tx:
        asking = await order(tx, world, HANH, c.LeaveUnitAsIs("khoi"))
        years: tuple[YearOfUnit, ...] = await asking.fact(tx, HistoryOf("khoi"))
    return sum(year.count for year in years if year.round == 2026)


async def readable(world: Hamlet) -> list[Any]:
    """Return every entry as the office reads it."""
    async with world.db.writing() as tx:
        asking = await order(tx, world, HANH, c.LeaveUnitAsIs("khoi"))
        keys = await tx.rows("SELECT id FROM entries")
        return [await asking.fact(tx, EntryOf(key)) for (key,) in keys]


async def periods(tx: Transaction, table: str, column: str) -> dict[str, list[Period]]:
    """Return what held of each unit from when to when."""
    sql = f"SELECT unit, from_day, to_day, {column} FROM {table} ORDER BY from_day"  # noqa: S608 - ours
    found: dict[str, list[Period]] = {}
    for unit, *period in await tx.rows(sql):
        found.setdefault(unit, []).append(tuple(period))
    return found


def holds(found: list[Period], day: str) -> list[str]:
    """Return what holds on a day."""
    return [what for begin, end, what in found if begin <= day and (not end or day < end)]


def check_tree(names: dict[str, list[Period]], parents: dict[str, list[Period]]) -> None:
    """Check each day on which anything changed: one name, one unit above, and that one is there."""
    days = {day for rows in (*names.values(), *parents.values()) for row in rows for day in row[:2]}
    for unit, day in itertools.product(names, sorted(days - {""})):
        named, above = holds(names[unit], day), holds(parents.get(unit, []), day)
        assert len(named) <= 1
        assert len(above) <= 1
        if named and unit != "khoi":
            assert holds(names[above[0]], day)
            assert unit not in climb(unit, parents, day)


def climb(unit: str, parents: dict[str, list[Period]], day: str) -> list[str]:
    """Return the units above one on a day, as far as the top or the first that comes again."""
    above: list[str] = []
    while (found := holds(parents.get(unit, []), day)) and found[0] not in above:
        unit = found[0]
        above.append(unit)
    return above


@settings(max_examples=25, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
async def test_no_reorganisation_loses_an_entry_or_counts_it_twice(
    here: Hamlet, steps: list[Step]
) -> None:
    keys = await planted(here)
    before = await total(here)
    for step in steps:
        result = await give(here, HANH, command(step, keys))
        keys += [unit.id for unit in getattr(result, "others", ()) if unit.id not in keys]

    assert await total(here) == before
    assert None not in await readable(here)
    async with here.db.reading() as tx:
        names = await periods(tx, "unit_names", "name")
        check_tree(names, await periods(tx, "unit_parents", "parent"))


async def test_two_moves_at_once_make_no_circle(here: Hamlet) -> None:
    keys = await planted(here)
    moves = [c.MoveUnit(keys[0], keys[5], "2027-03-16"), c.MoveUnit(keys[1], keys[3], "2027-03-16")]
    results = await asyncio.gather(*(give(here, HANH, move) for move in moves))

    assert sorted(type(result).__name__ for result in results) == ["UnitChanged", "UnitRefused"]

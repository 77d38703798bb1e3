"""Saying how a unit stands reads of the register what is the unit's, however big the rest is."""

import itertools

import pytest

from bot.turns import handle
from storage import entries, units
from storage.binding import Params
from storage.database import Row, Transaction
from storage.units import NewUnit
from tests.bot.scene import failures, reach, said, web
from tests.hamlet import LONG_AGO, Hamlet
from tests.registered import registered_in

BIG = ("entries", "papers", "plans", "events", "entry_versions", "help_requests")
NO_PARAMS: Params = {}


class Overheard:
    """A transaction that remembers what was asked of it."""

    def __init__(self, tx: Transaction) -> None:
        self._tx, self.kind = tx, tx.kind
        self.asked: list[tuple[str, Params]] = []

    async def rows(self, sql: str, params: Params = NO_PARAMS) -> list[Row]:
        """Remember a question, and ask it."""
        self.asked.append((sql, params))
        return await self._tx.rows(sql, params)

    async def run(self, sql: str, params: Params = NO_PARAMS) -> None:
        """Pass on what is written."""
        await self._tx.run(sql, params)


@pytest.fixture
async def register(world: Hamlet) -> Hamlet:
    """Give a hamlet with a hundred cells beside, that have registered a thousand models."""
    cells = [
        NewUnit(f"cell-{n}", f"Chi bộ bản Cốc {n}", LONG_AGO, 1, "chi_bo", parent="khoi")
        for n in range(100)
    ]
    async with world.db.writing() as tx:
        await units.add_units(tx, cells)
        for n, cell in enumerate(cells):
            await entries.add(tx, registered_in(cell.id, 2027, count=10, first=n * 10 + 1))
    return world


@pytest.mark.parametrize("words", ["đơn vị tôi", "mô hình của tôi được công nhận chưa", "hạn"])
async def test_for_a_contact_no_table_that_grows_is_read_whole(
    register: Hamlet, words: str
) -> None:
    await reach(register, "pao", web("c"))
    async with register.db.writing() as tx:
        overheard = Overheard(tx)
        await handle(overheard, [said(words, web("c"))], register.shell)

    assert await failures(register.db) == []
    for sql, params in overheard.asked:
        plan = await explained(register, sql, params)
        assert not [line for line in plan if reads_whole(line, sql)], (sql, plan)


async def explained(world: Hamlet, sql: str, params: Params) -> list[str]:
    """Return the plan of a question, as it is where a table is too big to be read whole."""
    if not sql.lstrip().startswith(("SELECT", "WITH")):
        return []
    async with world.db.writing() as tx:
        if tx.kind == "sqlite":
            return [row[3] for row in await tx.rows(f"EXPLAIN QUERY PLAN {sql}", params)]
        await tx.run("SET LOCAL enable_seqscan = off")
        await tx.run("ANALYZE entries")
        return [row[0] for row in await tx.rows(f"EXPLAIN {sql}", params)]


def reads_whole(line: str, sql: str) -> bool:
    """Return whether a line of a plan reads one of the big tables from end to end."""
    called = {*BIG, *(alias for table, alias in itertools.pairwise(sql.split()) if table in BIG)}
    what = line.removeprefix("SCAN ").split()[0] if line.startswith("SCAN ") else ""
    return what in called or any(f"Seq Scan on {table}" in line for table in BIG)

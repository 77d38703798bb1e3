"""Saying how a unit stands reads of the register what is the unit's, however big the rest is."""

import pytest

from bot.turns import handle
from storage import entries, units
from storage.units import NewUnit
from tests.bot.scene import failures, reach, said, web
from tests.hamlet import LONG_AGO, Hamlet
from tests.overheard import Overheard, explained, reads_whole
from tests.registered import registered_in

BIG = ("entries", "papers", "plans", "events", "entry_versions", "help_requests")


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
        if tx.kind == "postgres":
            await tx.run("ANALYZE entries")
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
        plan = await explained(register.db, sql, params)
        assert not [line for line in plan if reads_whole(line, sql, BIG)], (sql, plan)

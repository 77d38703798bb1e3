"""A whole province comes in by three lists, and again, and by two hands at once."""

import asyncio

from bench import province
from storage.database import Database
from storage.importing import Source, plan_import
from tests.storage.importing import by, everything, take

COMMUNES, BELOW, ENTRIES = 4, 3, 40


async def test_a_province_comes_in_whole_and_stays_the_same(db: Database) -> None:
    units = province.units(COMMUNES, BELOW)
    people = province.contacts(COMMUNES, BELOW, each=3)
    entries = province.entries(ENTRIES, COMMUNES)

    for again in (False, True):
        found = [
            await take(db, "units", units),
            await take(db, "contacts", people),
            await take(db, "entries", entries),
        ]
        counts = [each.same if again else each.new for each in found]
        assert counts == [1 + COMMUNES * (1 + BELOW), COMMUNES * BELOW * 3, ENTRIES]


async def test_two_who_import_the_same_list_at_once_make_it_once(db: Database) -> None:
    units = province.units(COMMUNES, BELOW)
    found = await asyncio.gather(*(take(db, "units", units) for _ in range(2)))

    assert sorted(each.new for each in found) == [0, 1 + COMMUNES * (1 + BELOW)]


async def test_a_plan_leaves_no_trace(db: Database) -> None:
    async with db.writing() as tx:
        found, _ = await plan_import(tx, Source("units", province.units(2, 2)), by())

    assert found.new == 7
    assert await everything(db, "units", "unit_names") == {"units": [], "unit_names": []}

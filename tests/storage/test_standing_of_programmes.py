"""A unit in several programmes stands in each by itself."""

from dataclasses import replace

from rules.quotas import Standing
from rules.requests import StandingOf
from storage import entries, facts
from storage.database import Database, Transaction
from tests.hamlet import programme
from tests.storage.offices import CODE, HANH, YEAR, around, entry, exempted, open_office, unit

KHOI = programme("yen-bai-khoi", quotas=False)
TINH = programme("yen-bai-tinh", quotas=False)
BOTH = replace(around(KHOI), programmes=(KHOI, TINH))


async def stands(tx: Transaction, *programmes: str) -> list[Standing]:
    """Return how the unit stands in each, as Hạnh reads it in one batch."""
    asked = [(HANH, StandingOf("a", YEAR, code)) for code in programmes]
    return await facts.answer(tx, asked, BOTH)


async def test_each_programme_counts_its_own_entries_against_its_own_quota(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a", "dang_bo")])
        await entries.add(tx, [entry(1, "a", programme=TINH.code)])

        found = await stands(tx, "", CODE, TINH.code)

    assert found == [Standing(2, 0), Standing(2, 0), Standing(TINH.quota("dang_bo"), 1)]


async def test_who_is_exempt_in_one_programme_owes_in_the_other(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a", "dang_bo")])
        await exempted(tx, "a", "mới lập")

        first, second = await stands(tx, CODE, TINH.code)

    assert (first.exempt, second.exempt) == ("mới lập", "")


async def test_a_programme_that_is_not_there_asks_nothing(db: Database) -> None:
    async with db.writing() as tx:
        await open_office(tx, [unit("a", "dang_bo")])

        assert await stands(tx, "none") == [Standing(0, 0)]

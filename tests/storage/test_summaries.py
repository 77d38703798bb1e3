"""Tables an office took: kept as they were, for a week, the newest ten of each person."""

from dataclasses import replace

from rules.summary import Summary
from storage import entries, people, retention
from storage.contacts import InCharge, put_in_charge
from storage.database import Database, Transaction
from storage.summaries import keep_summary, kept_summary
from tests.hamlet import programme
from tests.storage.offices import AT, HANH, entry, open_office, summary_of, unit
from tests.storage.village import LONG_AGO, ZONE

RULES = programme("yen-bai-khoi", quotas=False)


async def table(tx: Transaction) -> Summary:
    await open_office(tx, [unit("a"), unit("b", "dang_bo")])
    await people.name_person(tx, HANH, name="Trần Thị Hạnh")
    await put_in_charge(tx, [InCharge("a", HANH, LONG_AGO)])
    await entries.add(tx, [entry(1, "a")])
    return await summary_of(tx, RULES)


async def test_a_table_stays_as_it_was_whatever_is_registered_since(db: Database) -> None:
    async with db.writing() as tx:
        taken = await table(tx)
        await keep_summary(tx, "s1", taken, person=HANH)
        await entries.add(tx, [entry(2, "a")])

        kept = await kept_summary(tx, "s1", zone=ZONE)

    assert kept == taken
    assert kept is not None
    assert kept.at == AT


async def test_who_is_in_charge_is_named_as_they_are_called_now(db: Database) -> None:
    async with db.writing() as tx:
        await keep_summary(tx, "s1", await table(tx), person=HANH)
        await tx.run("UPDATE people SET name = '' WHERE id = :id", {"id": HANH})

        kept = await kept_summary(tx, "s1", zone=ZONE)

    assert kept is not None
    assert {line.now.staff_name for line in kept.lines} == {""}


async def test_only_the_newest_ten_of_a_person_stay(db: Database) -> None:
    async with db.writing() as tx:
        taken = await table(tx)
        await keep_summary(tx, "s00", taken, person="other")
        for n in range(12):
            await keep_summary(tx, f"s{n + 1:02}", taken, person=HANH)

        found = await tx.rows("SELECT id FROM summaries ORDER BY id")

    assert [key for (key,) in found] == ["s00", *(f"s{n:02}" for n in range(3, 13))]


async def test_what_is_older_than_it_may_be_goes(db: Database) -> None:
    async with db.writing() as tx:
        taken = await table(tx)
        await keep_summary(tx, "old", taken, person=HANH)
        later = replace(taken, at=taken.at.replace(day=18))
        await keep_summary(tx, "new", later, person=HANH)
        before = round(later.at.timestamp() * 1000)

        keys = await retention.find_old(tx, "summaries", before=before, limit=9)
        await retention.take_old(tx, "summaries", keys, before=before)

        assert await kept_summary(tx, "old", zone=ZONE) is None
        assert await kept_summary(tx, "new", zone=ZONE) == later

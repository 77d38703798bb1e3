"""Launches and plans in the database: once each, and what becomes of them with their people."""

import pytest

from storage import erasing, launches, merging, own_copy, plans
from storage.database import Database, Row, Transaction
from storage.erasing import Erasure
from storage.launches import Announced, Launch
from storage.plans import Plan
from storage.unit_endings import Ending, end_units
from tests.storage.village import BAN_MOI, HANH, LAN, NOW, PAO, SUOI_DA, TODAY, meet

LAUNCH = Launch("l1", "dvk", "digital", TODAY, HANH, NOW)
NAME = "Giàng A Páo"
PLAN = Plan(SUOI_DA, "dvk", 2027, "digital", f"Kế hoạch số 12 do {NAME} ký", PAO, NOW)


async def rows(tx: Transaction, table: str) -> list[Row]:
    return await tx.rows(f"SELECT * FROM {table} ORDER BY 1, 2")  # noqa: S608 - a test's own table


@pytest.fixture
async def launched(village: Database) -> Database:
    """Give a village in which Páo and Lan were told of a launch."""
    async with village.writing() as tx:
        await launches.launch(tx, LAUNCH)
        told = [Announced("l1", person, SUOI_DA, NOW) for person in (PAO, LAN)]
        await launches.announce(tx, told)
    return village


async def test_a_model_is_launched_once(launched: Database) -> None:
    async with launched.writing() as tx:
        again = Launch("l2", "dvk", "digital", TODAY, LAN, NOW + 1)

        assert not await launches.launch(tx, again)
        assert await launches.launch_of(tx, "dvk", "digital") == LAUNCH
        assert await launches.opened(tx) == {("dvk", "digital")}


async def test_who_has_read_of_it_is_noted_once(launched: Database) -> None:
    async with launched.writing() as tx:
        assert await launches.read_by(tx, "l1", PAO, at=NOW + 1)
        assert not await launches.read_by(tx, "l1", PAO, at=NOW + 2)
        assert not await launches.read_by(tx, "l1", HANH, at=NOW + 2)
        assert ("l1", PAO, SUOI_DA, NOW, NOW + 1) in await rows(tx, "announced")


async def test_the_first_plan_stays_where_only_a_first_one_is_kept(village: Database) -> None:
    async with village.writing() as tx:
        await plans.keep_first(tx, [PLAN])
        await plans.keep_first(tx, [Plan(SUOI_DA, "dvk", 2027, "digital", "khác", LAN, NOW)])

        assert await plans.plan_of(tx, PLAN) == PLAN.words


async def test_two_persons_told_of_it_who_are_one_are_told_once(launched: Database) -> None:
    async with launched.writing() as tx:
        await launches.read_by(tx, "l1", LAN, at=NOW + 1)
        await merging.merge(tx, kept=PAO, gone=LAN)

        assert await rows(tx, "announced") == [("l1", PAO, SUOI_DA, NOW, NOW + 1)]


async def test_what_somebody_did_goes_with_them_to_who_they_are(launched: Database) -> None:
    async with launched.writing() as tx:
        await meet(tx, "new")
        await plans.keep_first(tx, [PLAN])
        await merging.merge(tx, kept="new", gone=PAO)

        told = {person for _, person, *_ in await rows(tx, "announced")}
        assert told == {LAN, "new"}
        assert [row[5] for row in await rows(tx, "plans")] == ["new"]


async def test_who_is_forgotten_leaves_the_words_of_a_plan(launched: Database) -> None:
    async with launched.writing() as tx:
        await plans.keep_first(tx, [PLAN])
        await erasing.erase(tx, Erasure(PAO, NOW, TODAY, "(đã xóa)"))

        assert await plans.plan_of(tx, PLAN) == "Kế hoạch số 12 do (đã xóa) ký"
        assert len(await rows(tx, "announced")) == 2


async def test_the_own_copy_has_plans_and_launches(launched: Database) -> None:
    async with launched.writing() as tx:
        await plans.keep_first(tx, [PLAN])
        copy = await own_copy.copy_of(tx, PAO)

    assert copy["plans"] == [{"round": 2027, "words": PLAN.words, "at": NOW}]
    assert copy["launches"] == [{"model": "digital", "at": NOW, "read_at": 0}]


async def test_a_plan_of_a_unit_that_was_merged_is_its_successor_s(village: Database) -> None:
    async with village.writing() as tx:
        await plans.keep_first(tx, [PLAN])
        ids = iter("abcdef")
        await end_units(tx, Ending((SUOI_DA,), (BAN_MOI,), TODAY, NOW, lambda: next(ids)))
        of = {"programme": "dvk", "today": TODAY}

        assert await plans.models_planned(tx, BAN_MOI, round_=2027, **of) == ("digital",)
        assert await plans.models_planned(tx, BAN_MOI, round_=2026, **of) == ()

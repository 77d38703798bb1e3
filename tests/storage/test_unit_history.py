import pytest

from rules.entry import Entry
from rules.requests import EntriesOf, StandingOf, UnitsLike
from rules.unit_card import Part, YearOfUnit
from storage import facts, memberships, unit_changes
from storage.database import Database, Transaction
from storage.memberships import Joining
from tests.storage.province import (
    AN_LAC,
    AROUND,
    BAO_THANG,
    HANH,
    LAN,
    LAO_CAI,
    LUC_YEN,
    MAI,
    MERGED,
    NEW,
    SON,
    TOP,
    YEN_BAI,
    become_one,
    end,
    history,
    register,
    settle_in,
)
from tests.storage.village import meet


@pytest.fixture
async def provinces(db: Database) -> Database:
    """Give a database with two provinces."""
    async with db.writing() as tx:
        await settle_in(tx)
    return db


async def entries_of(tx: Transaction, person: str, unit: str) -> list[Entry]:
    """Return the entries of a unit that one person sees."""
    found = (await facts.answer(tx, [(person, EntriesOf(unit))], AROUND))[0]
    return list(found)


async def test_row_3_15_the_total_of_a_province_stays_under_its_old_name(
    provinces: Database,
) -> None:
    async with provinces.writing() as tx:
        await register(tx, AN_LAC, 2021, count=2943)
        await become_one(tx)

        years = await history(tx, HANH, NEW)

    old = Part("Tỉnh Yên Bái", 2943, former=True)
    assert years == {2021: YearOfUnit(2021, 2943, (old,), recognised=2943)}


async def test_both_provinces_roll_up_to_the_one_they_became(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await register(tx, AN_LAC, 2021, count=3)
        await register(tx, BAO_THANG, 2021, count=2, first=11)
        await register(tx, AN_LAC, 2026, count=4, first=21)
        await become_one(tx)

        years = await history(tx, HANH, NEW)

    parts = {Part("Tỉnh Yên Bái", 3, former=True), Part("Tỉnh Lào Cai", 2, former=True)}
    assert (years[2021].count, set(years[2021].parts)) == (5, parts)
    assert years[2026] == YearOfUnit(2026, 4, (Part("Tỉnh Lào Cai", 4),), recognised=4)


async def test_the_old_province_can_still_be_asked_about(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await register(tx, YEN_BAI, 2021, count=3)
        await become_one(tx)

        years = await history(tx, HANH, YEN_BAI)
    assert years == {2021: YearOfUnit(2021, 3, (Part("Tỉnh Yên Bái", 3),), recognised=3)}


async def test_a_renamed_unit_went_under_its_old_name(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await register(tx, LUC_YEN, 2021, count=1)
        await register(tx, LUC_YEN, 2026, count=1, first=2)
        await unit_changes.rename(tx, LUC_YEN, name="Khu vực Lục Yên", day=MERGED)

        years = await history(tx, HANH, LUC_YEN)
    assert years[2021].parts == (Part("Huyện Lục Yên", 1),)
    assert years[2026].parts == (Part("Khu vực Lục Yên", 1),)


async def test_a_chain_of_mergers_counts_each_entry_once(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await register(tx, LUC_YEN, 2021, count=2)
        await register(tx, AN_LAC, 2021, count=3, first=11)
        await end(tx, LUC_YEN, heirs=(AN_LAC,), day="2023-01-01")
        await end(tx, AN_LAC, heirs=(BAO_THANG,), day="2024-01-01")

        years = await history(tx, HANH, BAO_THANG)
    assert years[2021].count == 5
    assert sum(part.count for part in years[2021].parts) == 5


async def test_history_is_only_what_one_may_read(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await register(tx, AN_LAC, 2021, count=3)
        await register(tx, BAO_THANG, 2021, count=2, first=11)

        assert await history(tx, MAI, YEN_BAI) == {}
        assert await history(tx, SON, TOP) == {}
        assert (await history(tx, SON, YEN_BAI))[2021].count == 3
        assert (await history(tx, LAN, AN_LAC))[2021].count == 3
        assert await history(tx, LAN, BAO_THANG) == {}


async def test_a_member_does_not_read_how_many_the_units_below_have(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await meet(tx, "bich")
        await memberships.join(tx, [Joining("m5", "bich", YEN_BAI, "2020-01-01", confirmed=True)])
        await register(tx, YEN_BAI, 2021, count=2)
        await register(tx, AN_LAC, 2021, count=3, first=11)

        assert (await history(tx, "bich", YEN_BAI))[2021].count == 2
        assert (await history(tx, SON, YEN_BAI))[2021].count == 5


async def test_what_was_taken_back_is_not_counted(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await register(tx, AN_LAC, 2021, count=3)
        await tx.run("UPDATE entries SET state = 'withdrawn' WHERE number = 2")

        assert (await history(tx, LAN, AN_LAC))[2021].count == 2


async def test_row_3_8_and_1_23_the_place_is_kept_after_the_district_ended(
    provinces: Database,
) -> None:
    async with provinces.writing() as tx:
        await register(tx, LUC_YEN, 2021, count=1)
        await end(tx, LUC_YEN, heirs=(YEN_BAI,))

        (entry,) = await entries_of(tx, HANH, YEN_BAI)
    assert entry.address == "xã An Lạc, huyện Lục Yên"
    assert entry.unit.name == "Huyện Lục Yên"


@pytest.mark.parametrize("words", ["xã An Lạc", "An Lac", "Yên Bái", "Lục Yên"])
async def test_row_1_23_units_are_found_by_the_names_they_had(
    provinces: Database, words: str
) -> None:
    async with provinces.writing() as tx:
        await unit_changes.rename(tx, AN_LAC, name="Xã Lâm Thượng", day=MERGED)
        await become_one(tx)
        await end(tx, LUC_YEN, heirs=(AN_LAC,))

        found = (await facts.answer(tx, [(HANH, UnitsLike(words))], AROUND))[0]
    assert found[0].name == ("Tỉnh Lào Cai" if words == "Yên Bái" else "Xã Lâm Thượng")


async def test_what_merged_units_registered_counts_to_the_quota(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await register(tx, YEN_BAI, 2027, count=2)
        await become_one(tx, day="2027-02-01")

        stands = (await facts.answer(tx, [(SON, StandingOf(NEW, 2027))], AROUND))[0]
        before = (await facts.answer(tx, [(SON, StandingOf(LAO_CAI, 2027))], AROUND))[0]
    assert (stands.registered, stands.met) == (2, True)
    assert before.registered == 0

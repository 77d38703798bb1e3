import datetime as dt

import pytest

from rules.meeting_patterns import Pattern
from rules.requests import CodeMeaning, EntriesOf
from storage import codes, facts, meeting_series, memberships, unit_changes, unit_endings, units
from storage.codes import NewCode, hash_code
from storage.database import Database, Transaction
from storage.meeting_series import Series
from storage.memberships import Joining
from storage.scope import roles_over
from storage.units import NewUnit
from tests.storage.province import (
    AN_LAC,
    AROUND,
    BAO_THANG,
    HANH,
    LAN,
    LAO_CAI,
    LONG_AGO,
    LUC_YEN,
    MAI,
    MERGED,
    NEW,
    SON,
    TODAY,
    TOP,
    YEN_BAI,
    become_one,
    card,
    end,
    register,
    settle_in,
)
from tests.storage.village import NOW


@pytest.fixture
async def provinces(db: Database) -> Database:
    """Give a database with two provinces."""
    async with db.writing() as tx:
        await settle_in(tx)
    return db


async def role(tx: Transaction, person: str, unit: str, *, today: str = TODAY) -> str:
    """Return what somebody holds over a unit."""
    return (await roles_over(tx, [(person, unit)], today=today))[0]


async def seen(tx: Transaction, person: str, unit: str) -> int:
    """Return how many entries of a unit somebody sees."""
    return len((await facts.answer(tx, [(person, EntriesOf(unit))], AROUND))[0])


async def test_whoever_belonged_to_a_merged_unit_belongs_to_the_new_one(
    provinces: Database,
) -> None:
    async with provinces.writing() as tx:
        await become_one(tx)

        held = [await role(tx, person, NEW) for person in (SON, MAI, LAN)]
        (place,) = (await memberships.of_people(tx, [SON], today=TODAY))[SON]
    assert held == ["office", "office", ""]
    assert (place.unit.id, place.position, place.role, place.since) == (
        NEW, "Phó ban", "office", MERGED,
    )  # fmt: skip


async def test_a_unit_that_is_no_more_plans_no_more_meetings(provinces: Database) -> None:
    async with provinces.writing() as tx:
        pattern, begins = Pattern(day=3), dt.date(2025, 1, 1)
        own = ("Asia/Ho_Chi_Minh", "Hội trường", begins, SON, 1)
        await meeting_series.keep(tx, Series("s1", YEN_BAI, "regular", pattern, dt.time(19), *own))
        await become_one(tx)

        assert await tx.rows("SELECT to_day FROM meeting_series") == [(MERGED,)]


async def test_until_the_day_everything_is_as_it_was(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await become_one(tx, day="2027-07-01")

        assert await role(tx, SON, YEN_BAI) == "office"
        assert [await role(tx, SON, unit) for unit in (NEW, LAO_CAI)] == ["", ""]
        assert await role(tx, SON, LAO_CAI, today="2027-07-01") == "office"


async def test_the_new_unit_sees_the_registers_of_all_it_came_of(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await register(tx, YEN_BAI, 2021, count=2)
        await register(tx, BAO_THANG, 2021, count=1, first=11)
        assert await seen(tx, MAI, YEN_BAI) == 0
        await become_one(tx)

        assert await seen(tx, MAI, NEW) == 2
        assert await seen(tx, SON, BAO_THANG) == 1


async def test_a_member_sees_the_past_of_their_unit_but_nothing_above_or_beside(
    provinces: Database,
) -> None:
    async with provinces.writing() as tx:
        await register(tx, BAO_THANG, 2021, count=1)
        await register(tx, LAO_CAI, 2021, count=1, first=11)
        await end(tx, BAO_THANG, heirs=(AN_LAC,))

        assert await seen(tx, LAN, AN_LAC) == 1
        assert await seen(tx, LAN, LAO_CAI) == 0


async def test_what_is_below_a_merged_unit_goes_along(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await become_one(tx)

        found = await card(tx, HANH, NEW)
        district = await card(tx, HANH, LUC_YEN)
    assert (found.below, [came.unit.id for came in found.before]) == (2, [LAO_CAI, YEN_BAI])
    assert district.above is not None
    assert district.above.id == NEW


async def test_what_came_below_it_after_that_day_goes_along_from_its_own_day(
    provinces: Database,
) -> None:
    async with provinces.writing() as tx:
        await units.add_units(tx, [NewUnit("moi", "Xã Mới", "2026-01-01", 1, parent=YEN_BAI)])
        await become_one(tx)

        rows = await tx.rows("SELECT parent, from_day, to_day FROM unit_parents WHERE unit = 'moi'")
    assert rows == [(NEW, "2026-01-01", "")]


async def test_of_two_places_in_the_new_unit_the_stronger_goes_on(provinces: Database) -> None:
    async with provinces.writing() as tx:
        both = [
            Joining("m8", LAN, YEN_BAI, LONG_AGO),
            Joining("m9", LAN, LAO_CAI, LONG_AGO, "", "officer", confirmed=True),
        ]
        await memberships.join(tx, both)
        await become_one(tx)

        places = (await memberships.of_people(tx, [LAN], today=TODAY))[LAN]
    assert sorted((place.unit.id, place.role) for place in places) == [
        (AN_LAC, "member"),
        (NEW, "officer"),
    ]


async def test_a_weaker_place_that_was_there_ends_when_a_stronger_one_comes(
    provinces: Database,
) -> None:
    async with provinces.writing() as tx:
        await memberships.join(tx, [Joining("m8", SON, LAO_CAI, LONG_AGO, confirmed=True)])
        await end(tx, YEN_BAI, heirs=(LAO_CAI,))

        rows = await tx.rows(
            "SELECT unit, role, from_day, to_day FROM memberships WHERE person = 'son' ORDER BY id"
        )
    assert sorted(rows) == [
        (LAO_CAI, "member", LONG_AGO, MERGED),
        (LAO_CAI, "office", MERGED, ""),
        (YEN_BAI, "office", LONG_AGO, MERGED),
    ]


@pytest.mark.parametrize("heirs", [(), ("a", "b")])
async def test_without_one_heir_people_just_leave(
    provinces: Database, heirs: tuple[str, ...]
) -> None:
    async with provinces.writing() as tx:
        rows = [NewUnit(heir, f"Xã {heir}", MERGED, 1, "xa", parent=LUC_YEN) for heir in heirs]
        await units.add_units(tx, rows)
        await register(tx, AN_LAC, 2021, count=1)
        await end(tx, AN_LAC, heirs=heirs)

        assert await memberships.of_people(tx, [LAN], today=TODAY) == {}
        assert await seen(tx, LAN, AN_LAC) == 0
        assert await seen(tx, SON, AN_LAC) == 1


async def test_the_parts_of_a_split_unit_have_its_past(provinces: Database) -> None:
    async with provinces.writing() as tx:
        rows = [NewUnit(key, f"Xã {key}", MERGED, 1, "xa", parent=LUC_YEN) for key in "ab"]
        await units.add_units(tx, rows)
        await memberships.join(tx, [Joining("m8", MAI, "a", MERGED, confirmed=True)])
        await register(tx, AN_LAC, 2021, count=1)
        await end(tx, AN_LAC, heirs=("a", "b"))

        assert await seen(tx, MAI, "a") == 1
        assert await seen(tx, LAN, "a") == 0


async def test_codes_of_a_unit_that_ended_are_no_longer_good(provinces: Database) -> None:
    code = NewCode(hash_code("pepper", "ABC"), "unit", 5, NOW + 10**9, 1, unit=AN_LAC)
    async with provinces.writing() as tx:
        await codes.add(tx, [code])
        good = (await facts.answer(tx, [(LAN, CodeMeaning("ABC"))], AROUND))[0]
        await end(tx, AN_LAC, heirs=(BAO_THANG,))
        after = (await facts.answer(tx, [(LAN, CodeMeaning("ABC"))], AROUND))[0]

    assert (good.kind, after.kind) == ("unit", "")


async def test_nobody_is_in_charge_of_a_unit_that_ended(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await unit_changes.put_in_charge(tx, AN_LAC, person=HANH, day=LONG_AGO)
        await end(tx, AN_LAC, heirs=(BAO_THANG,))

        rows = await tx.rows("SELECT unit, from_day, to_day FROM unit_humans")
    assert rows == [(AN_LAC, LONG_AGO, MERGED)]


async def test_the_last_admin_is_noticed(provinces: Database) -> None:
    async with provinces.writing() as tx:
        before = await unit_endings.holds_last_admin(tx, TOP, day=TODAY)
        await memberships.join(
            tx, [Joining("m8", HANH, TOP, LONG_AGO, "", "admin", confirmed=True)]
        )
        alone = await unit_endings.holds_last_admin(tx, TOP, day=TODAY)
        await memberships.join(
            tx, [Joining("m9", MAI, LAO_CAI, LONG_AGO, "", "admin", confirmed=True)]
        )

        assert (before, alone) == (False, True)
        assert not await unit_endings.holds_last_admin(tx, TOP, day=TODAY)

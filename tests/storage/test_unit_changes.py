import pytest

from rules.members import About
from rules.person import Human, Unit
from rules.requests import StandingOf
from rules.unit_card import Exemption, Period
from rules.unit_changes import Child
from rules.unit_requests import CardOf, Staff, StaffOver, UnitsBelow, UnitsOfMine
from storage import exemptions, facts, memberships, people, unit_changes
from storage.database import Database
from storage.exemptions import NewExemption
from storage.memberships import Joining
from storage.unit_states import unit_states
from storage.unit_tree import unit_tree
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
    SON,
    TODAY,
    TOP,
    YEN_BAI,
    ask,
    card,
    end,
    settle_in,
)


@pytest.fixture
async def provinces(db: Database) -> Database:
    """Give a database with two provinces."""
    async with db.writing() as tx:
        await settle_in(tx)
    return db


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2019-12-31", ""),
        (LONG_AGO, "Xã An Lạc"),
        ("2025-06-30", "Xã An Lạc"),
        (MERGED, "Xã Lâm Thượng"),
        ("2030-01-01", "Xã Lâm Thượng"),
    ],
)
async def test_the_name_of_a_unit_can_be_asked_for_any_day(
    provinces: Database, day: str, name: str
) -> None:
    async with provinces.writing() as tx:
        await unit_changes.rename(tx, AN_LAC, name="Xã Lâm Thượng", day=MERGED)

        names = {unit.id: unit.name for unit in await unit_tree(tx, day=day)}
    assert names.get(AN_LAC, "") == name


async def test_a_second_name_from_the_same_day_replaces_the_first(provinces: Database) -> None:
    async with provinces.writing() as tx:
        for name in ("Xã Lâm Thuong", "Xã Lâm Thượng"):
            await unit_changes.rename(tx, AN_LAC, name=name, day=MERGED)

        found = await card(tx, HANH, AN_LAC)
    assert found.names == (
        Period("Xã An Lạc", LONG_AGO, MERGED),
        Period("Xã Lâm Thượng", MERGED),
    )
    assert found.version == 3


async def test_a_unit_that_moved_is_seen_from_above_where_it_is_now(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await unit_changes.move(tx, AN_LAC, parent=LAO_CAI, day=TODAY)

        assert (await card(tx, MAI, AN_LAC)).above == Unit(LAO_CAI, "Tỉnh Lào Cai", "tinh")
        assert await ask(tx, SON, CardOf(AN_LAC)) is None


async def test_a_card_says_who_what_and_how_many(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await people.name_person(tx, HANH, name="Trần Thị Hạnh")
        await people.set_phone(tx, HANH, phone="+84912000009")
        await unit_changes.count_members(tx, AN_LAC, members=4600, about=About.OVER)
        await unit_changes.put_in_charge(tx, AN_LAC, person=HANH, day=TODAY)

        found = await card(tx, LAN, AN_LAC)
    assert (found.members, found.about, found.people, found.role) == (4600, About.OVER, 1, "member")
    assert found.in_charge == Human("Trần Thị Hạnh", "+84912000009", "Chuyên viên")


async def test_a_card_is_only_for_those_who_see_the_unit(provinces: Database) -> None:
    async with provinces.writing() as tx:
        assert await ask(tx, LAN, CardOf(LUC_YEN)) is None
        assert await ask(tx, MAI, CardOf(AN_LAC)) is None
        assert await ask(tx, HANH, CardOf("nothing")) is None


async def test_the_units_below_are_for_those_who_stand_above(provinces: Database) -> None:
    async with provinces.writing() as tx:
        below = await ask(tx, SON, UnitsBelow(LUC_YEN))

        assert below == (Unit(AN_LAC, "Xã An Lạc", "xa", "xã An Lạc"),)
        assert await ask(tx, LAN, UnitsBelow(AN_LAC)) == ()
        assert await ask(tx, MAI, UnitsBelow(LUC_YEN)) == ()


@pytest.mark.parametrize(
    ("person", "change", "found"),
    [
        (HANH, True, [AN_LAC]),
        (SON, True, [AN_LAC]),
        (MAI, True, []),
        (LAN, True, []),
        (LAN, False, [AN_LAC]),
    ],
)
async def test_units_are_found_by_name_where_they_are_ones_own(
    provinces: Database,
    person: str,
    change: bool,  # noqa: FBT001 - a parameter of the test
    found: list[str],
) -> None:
    async with provinces.reading() as tx:
        units_found = await ask(tx, person, UnitsOfMine("an lac", change))

    assert [unit.id for unit in units_found] == found  # type: ignore[attr-defined] # units


async def test_units_that_are_not_meant_are_left_out(provinces: Database) -> None:
    async with provinces.reading() as tx:
        found = await ask(tx, HANH, UnitsOfMine("tỉnh", change=True, but=(YEN_BAI,)))

    assert found == (Unit(LAO_CAI, "Tỉnh Lào Cai", "tinh"),)


async def test_whoever_works_for_an_office_above_can_be_in_charge(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await people.name_person(tx, HANH, name="Trần Thị Hạnh")
        await people.name_person(tx, SON, name="Lê Sơn")

        staff = [await ask(tx, person, StaffOver(AN_LAC)) for person in (SON, LAN)]
    assert staff == [
        (Staff(HANH, "Trần Thị Hạnh", "Chuyên viên"), Staff(SON, "Lê Sơn", "Phó ban")),
        (),
    ]


async def test_changes_find_a_unit_as_it_will_be(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await unit_changes.move(tx, AN_LAC, parent=LAO_CAI, day="2027-07-01")

        found = await unit_states(tx, [AN_LAC, YEN_BAI, "nothing"], day=TODAY)
    assert set(found) == {AN_LAC, YEN_BAI}
    commune = found[AN_LAC]
    assert (commune.parent, commune.changed, commune.ended) == (LAO_CAI, "2027-07-01", "")
    assert set(commune.above) == {LUC_YEN, YEN_BAI, LAO_CAI, TOP}
    assert set(commune.beside) == {Child(BAO_THANG, "Xã Bảo Thắng", "xa")}


async def test_changes_find_that_a_unit_has_ended(provinces: Database) -> None:
    async with provinces.writing() as tx:
        await end(tx, AN_LAC)

        found = await unit_states(tx, [AN_LAC, LUC_YEN], day=TODAY)
    assert (found[AN_LAC].ended, found[LUC_YEN].below) == (MERGED, ())


async def test_an_exempt_unit_owes_nothing_until_the_exemption_is_taken_back(
    provinces: Database,
) -> None:
    exempt = NewExemption(AN_LAC, Exemption("can-tho-khoi", 2027, "mới lập"), TODAY, HANH)
    asked = [(LAN, StandingOf(AN_LAC, year)) for year in (2027, 2026)]
    async with provinces.writing() as tx:
        await exemptions.exempt(tx, exempt)
        this, last = await facts.answer(tx, asked, AROUND)
        lifted = [
            await exemptions.lift(tx, AN_LAC, programme="can-tho-khoi", round_=2027) for _ in "ab"
        ]
        again, _ = await facts.answer(tx, asked, AROUND)

    assert (this.exempt, this.missing, last.missing) == ("mới lập", 0, 2)
    assert (lifted, again.missing) == ([True, False], 2)


async def test_a_second_reason_for_an_exemption_replaces_the_first(provinces: Database) -> None:
    async with provinces.writing() as tx:
        for reason in ("mới lập", "sắp giải thể"):
            given = NewExemption(AN_LAC, Exemption("can-tho-khoi", 2027, reason), TODAY, HANH)
            await exemptions.exempt(tx, given)

        found = await card(tx, HANH, AN_LAC)
    assert found.exempt("can-tho-khoi", 2027) == Exemption("can-tho-khoi", 2027, "sắp giải thể")
    assert found.exempt("can-tho-khoi", 2026) is None


async def test_an_officer_of_an_old_unit_stands_for_its_past_in_the_new_one(
    provinces: Database,
) -> None:
    async with provinces.writing() as tx:
        officer = Joining("m9", "binh", BAO_THANG, LONG_AGO, "Bí thư", "officer", confirmed=True)
        await tx.run(
            """INSERT INTO people (id, name, folded, sort_key, phone, language, merged_into, menu,
                                   demo, created_at)
               VALUES ('binh', 'Bình', 'binh', 'binh', '', 'vi', '', '{}', 0, 1)"""
        )
        await memberships.join(tx, [officer])
        await end(tx, BAO_THANG, heirs=(AN_LAC,))

        assert (await card(tx, LAN, AN_LAC)).contacts == (Human("Bình", "", "Bí thư"),)

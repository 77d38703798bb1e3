"""Changes of the organisation: who may give them, what they leave behind, who is told."""

import asyncio
from typing import Any

import pytest

from rules import unit_commands as c
from rules.commands import ConfirmEntry
from rules.members import About
from rules.results import Registered, TooLate
from rules.unit_results import UnitAsIs, UnitChanged, UnitRefused
from storage import memberships, units
from storage.database import Database
from storage.memberships import Joining
from storage.units import NewUnit
from tests.bot.ordering import (
    BINH,
    HANH,
    LUA,
    PAO,
    everybody_is_here,
    found,
    give,
    registered,
    registration,
    tell,
)
from tests.hamlet import LONG_AGO, Hamlet, hamlet, programme, settle_in

TODAY = "2027-03-16"
RENAMED = c.RenameUnit("nong-dan", "Hội Nông dân phường Hưng Phú", TODAY)
EACH: list[c.UnitChange] = [
    RENAMED,
    c.RetypeUnit("nong-dan", "chi_bo"),
    c.MoveUnit("nong-dan", "giao-thong", TODAY),
    c.MergeUnits("nong-dan", ("suoi-da",), "nong-dan", "", TODAY),
    c.MergeUnits("nong-dan", ("suoi-da",), "", "Chi bộ liên cơ quan", TODAY),
    c.SplitUnit("nong-dan", ("Hội Nông dân 1", "Hội Nông dân 2"), TODAY),
    c.EndUnit("nong-dan", "", TODAY),
    c.EndUnit("nong-dan", "suoi-da", TODAY),
    c.AddUnit("nong-dan", "Chi hội ấp 3", "doan_the", "ấp 3", TODAY),
    c.PutInCharge("nong-dan", "hanh"),
    c.CountMembers("nong-dan", 4600, about=About.OVER),
    c.ExemptUnit("nong-dan", "can-tho-khoi", 2027, "mới lập"),
    c.LiftExemption("nong-dan", "can-tho-khoi", 2027),
]


def name_of(command: Any) -> str:
    """Return how a command is called in a list of tests."""
    return type(command).__name__


async def organisation(world: Hamlet) -> list[list[Any]]:
    """Return all there is of units."""
    tables = ("units", "unit_names", "unit_parents", "unit_successors", "unit_humans", "exemptions")
    return [
        sorted(await found(world.db, f"SELECT * FROM {table}"))  # noqa: S608 - the tables above
        for table in tables
    ]


@pytest.mark.parametrize("command", EACH, ids=name_of)
async def test_an_office_may_change_what_is_below_it(here: Hamlet, command: c.UnitChange) -> None:
    if isinstance(command, c.LiftExemption):
        await give(here, HANH, EACH[-2])

    assert isinstance(await give(here, HANH, command), UnitChanged)
    acts = await found(here.db, "SELECT act FROM events WHERE act LIKE 'unit-%'")
    assert acts != []


@pytest.mark.parametrize("command", EACH, ids=name_of)
async def test_neither_officer_nor_member_nor_stranger_changes_anything(
    here: Hamlet, command: c.UnitChange
) -> None:
    before = await organisation(here)

    assert [await give(here, chat, command) for chat in (LUA, BINH, PAO)] == [TooLate(None)] * 3
    assert await organisation(here) == before


async def test_an_office_changes_nothing_that_is_not_below_it(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        await units.add_units(tx, [NewUnit("la", "Đảng ủy khác", LONG_AGO, 1)])
    before = await organisation(here)

    move = await give(here, HANH, c.MoveUnit("nong-dan", "la", TODAY))
    end = await give(here, HANH, c.EndUnit("nong-dan", "la", TODAY))
    merge = await give(here, HANH, c.MergeUnits("nong-dan", ("la",), "", "Chung", TODAY))
    assert [move, end, merge] == [TooLate(None)] * 3
    assert await organisation(here) == before


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (c.RenameUnit("nong-dan", "Hội Nông dân phường Thường Thạnh", TODAY), "nothing-new"),
        (c.RenameUnit("nong-dan", "Sở giao thông vận tải", TODAY), "name-taken"),
        (c.RenameUnit("nong-dan", "Hội Nông dân", "2019-12-31"), "before-first-day"),
        (c.RetypeUnit("nong-dan", "doan_the"), "nothing-new"),
        (c.RetypeUnit("nong-dan", "no-type"), "nothing-new"),
        (c.MoveUnit("nong-dan", "khoi", TODAY), "nothing-new"),
        (c.MoveUnit("khoi", "nong-dan", TODAY), "unit-below-itself"),
        (c.MergeUnits("nong-dan", (), "", "Hội Nông dân", TODAY), "nothing-new"),
        (c.MergeUnits("nong-dan", ("khoi",), "nong-dan", "", TODAY), "heir-below"),
        (c.SplitUnit("nong-dan", ("Hội 1", "hội 1"), TODAY), "name-taken"),
        (c.SplitUnit("khoi", ("Khối 1", "Khối 2"), TODAY), "units-below"),
        (c.EndUnit("khoi", "", TODAY), "units-below"),
        (c.EndUnit("nong-dan", "nong-dan", TODAY), "unit-below-itself"),
        (c.AddUnit("khoi", "Sở giao thông vận tải", "dang_bo", "", TODAY), "name-taken"),
        (c.PutInCharge("nong-dan", "pao"), "not-of-the-office"),
        (c.LiftExemption("nong-dan", "can-tho-khoi", 2027), "nothing-new"),
    ],
)
async def test_what_cannot_be_changes_nothing_and_says_why(
    here: Hamlet, command: c.UnitChange, why: str
) -> None:
    before = await organisation(here)

    result = await give(here, HANH, command)
    assert isinstance(result, UnitRefused)
    assert (result.why.reason, result.card is not None) == (why, True)
    assert await organisation(here) == before


async def test_a_unit_somebody_only_typed_is_not_changed(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        await units.add_units(tx, [NewUnit("u9", "Bản lạ", LONG_AGO, 1, state="asked")])

    result = await give(here, HANH, c.EndUnit("u9", "suoi-da", TODAY))
    assert isinstance(result, UnitRefused)
    assert result.why.reason == "no-such-unit"


async def test_of_two_who_end_a_unit_at_once_the_second_is_told(here: Hamlet) -> None:
    ends = [c.EndUnit("nong-dan", heir, TODAY) for heir in ("suoi-da", "giao-thong")]
    results = await asyncio.gather(*(give(here, HANH, end) for end in ends))

    assert sorted(type(result).__name__ for result in results) == ["UnitChanged", "UnitRefused"]
    assert len(await found(here.db, "SELECT unit FROM unit_successors")) == 1


@pytest.mark.parametrize(
    "command",
    [
        c.EndUnit("nong-dan", "suoi-da", TODAY),
        c.MergeUnits("nong-dan", ("suoi-da",), "", "Liên cơ quan", TODAY),
    ],
    ids=name_of,
)
async def test_nobody_widens_a_role_above_their_own_by_merging(
    here: Hamlet, command: c.UnitChange
) -> None:
    async with here.db.writing() as tx:
        admin = Joining("m9", "lua", "nong-dan", LONG_AGO, "", "admin", confirmed=True)
        await memberships.join(tx, [admin])

    result = await give(here, HANH, command)
    assert isinstance(result, UnitRefused)
    assert result.why.reason == "stronger-there"


async def test_the_last_admin_cannot_be_reorganised_away(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        admin = Joining("m9", "hanh", "nong-dan", LONG_AGO, "", "admin", confirmed=True)
        await memberships.join(tx, [admin])

    result = await give(here, HANH, c.EndUnit("nong-dan", "", TODAY))
    assert isinstance(result, UnitRefused)
    assert result.why.reason == "last-admin-there"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (RENAMED, {"lua"}),
        (c.MoveUnit("nong-dan", "giao-thong", TODAY), {"lua"}),
        (c.MergeUnits("nong-dan", ("suoi-da",), "", "Liên cơ quan", TODAY), {"lua", "pao"}),
        (c.EndUnit("nong-dan", "suoi-da", TODAY), {"lua", "pao"}),
        (c.SplitUnit("nong-dan", ("Hội 1", "Hội 2"), TODAY), {"lua"}),
        (c.CountMembers("nong-dan", 12, about=About.EXACT), set()),
        (c.ExemptUnit("nong-dan", "can-tho-khoi", 2027, "mới lập"), set()),
    ],
    ids=name_of,
)
async def test_contacts_are_told_what_becomes_of_their_unit(
    here: Hamlet, command: c.UnitChange, told: set[str]
) -> None:
    result, bubbles = await tell(here, HANH, command)

    assert {bubble.person for bubble in bubbles} == told
    assert result.told == len(told)
    assert all("đổi tên thành" in bubble.say.text for bubble in bubbles) == (
        command is RENAMED or not told
    )


async def test_events_name_no_person_and_no_unit(here: Hamlet) -> None:
    await give(here, HANH, c.MergeUnits("nong-dan", ("suoi-da",), "", "Liên cơ quan", TODAY))

    rows = await found(
        here.db, "SELECT subject, before, after FROM events WHERE act = 'unit-merge'"
    )
    (heir,) = await found(here.db, "SELECT unit FROM unit_names WHERE name = 'Liên cơ quan'")
    assert sorted(rows) == [("nong-dan", "", heir[0]), ("suoi-da", "", heir[0])]


async def test_members_of_merged_units_are_added_up(here: Hamlet) -> None:
    await give(here, HANH, c.CountMembers("nong-dan", 4600, about=About.OVER))
    await give(here, HANH, c.CountMembers("suoi-da", 31, about=About.EXACT))
    result = await give(here, HANH, c.EndUnit("nong-dan", "suoi-da", TODAY))
    rows = await found(here.db, "SELECT members, members_about FROM units WHERE id = 'suoi-da'")

    assert isinstance(result, UnitChanged)
    assert rows == [(4631, 1)]


async def test_a_member_of_an_ended_unit_registers_for_the_one_that_took_over(here: Hamlet) -> None:
    await give(here, HANH, c.EndUnit("nong-dan", "suoi-da", TODAY))

    assert isinstance(await give(here, BINH, registration(unit="suoi-da")), Registered)


async def test_what_was_sent_before_a_merger_is_confirmed_by_the_new_units_officer(
    here: Hamlet,
) -> None:
    await registered(here)
    await give(here, HANH, c.EndUnit("nong-dan", "suoi-da", TODAY))
    ((entry,),) = await found(here.db, "SELECT id FROM entries")

    result = await give(here, PAO, ConfirmEntry(entry, 1))
    assert result.entry.state == "confirmed"


@pytest.mark.parametrize(
    ("name", "type_", "above"),
    [
        pytest.param("Khối dân vận xã An Viên", "khoi_dan_van", "xa", id="row_1_24"),
        pytest.param("Sở Y tế", "so_nganh", "tinh", id="row_3_14"),
    ],
)
async def test_rows_1_24_and_3_14_a_khoi_dan_van_and_a_unit_of_the_state_register(
    db: Database, name: str, type_: str, above: str
) -> None:
    here = hamlet(db, programme("yen-bai-tinh"))
    async with db.writing() as tx:
        await settle_in(tx)
        await units.add_units(tx, [NewUnit(above, "Cấp trên", LONG_AGO, 1, above, parent="khoi")])
    await everybody_is_here(here)

    added = await give(here, HANH, c.AddUnit(above, name, type_, "xã An Viên", TODAY))
    unit = added.card.unit
    async with db.writing() as tx:
        place = Joining("m9", "w-binh", unit.id, TODAY, "Khối trưởng", "officer", confirmed=True)
        await memberships.join(tx, [place])

    result = await registered(here, BINH, unit=unit.id, programme="yen-bai-tinh")
    assert (unit.type, result.entry.unit.name, result.entry.state) == (type_, name, "confirmed")


async def test_looking_at_a_unit_changes_nothing(here: Hamlet) -> None:
    before = await organisation(here)

    result = await give(here, LUA, c.LeaveUnitAsIs("nong-dan", looked=True))
    assert isinstance(result, UnitAsIs)
    assert result.card is not None
    assert await organisation(here) == before
    assert await give(here, PAO, c.LeaveUnitAsIs("nong-dan", looked=True)) == TooLate(None)

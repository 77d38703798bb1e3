import asyncio
from dataclasses import replace
from typing import Any

import pytest

from bot.carry_out.order import Told
from rules import member_results as results
from rules.commands import Command, ConfirmEntry, CorrectEntry, Introduce, WithdrawEntry
from rules.member_commands import (
    AdmitUnit,
    ChangeRole,
    ConfirmMembership,
    EndMembership,
    IdentifyUnit,
    RefuseMembership,
    ReplaceMember,
)
from rules.member_requests import MemberOf
from rules.person import Role
from rules.results import TooLate
from storage import facts, memberships, people
from storage.memberships import Joining
from tests.bot.membering import CHU, TODAY, held, officer, texts
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
from tests.bot.scene import agree
from tests.hamlet import LONG_AGO, Hamlet
from tests.storage.village import AROUND


@pytest.fixture
async def here(world: Hamlet) -> Hamlet:
    """Let everybody be here, and Chư, whom nobody knows."""
    await everybody_is_here(world)
    await agree(world, CHU)
    return world


async def asks(world: Hamlet, unit: str = "nong-dan", name: str = "") -> tuple[str, list[Told]]:
    """Let Chư ask to join; return the id of the place asked for, and what others are told."""
    _, told = await tell(world, CHU, Introduce("Vàng A Chư", unit, name or "Hội Nông dân"))
    ((place,),) = await found(world.db, "SELECT id FROM memberships WHERE state = 'asked'")
    return place, list(told)


async def test_who_asks_is_confirmed_by_the_unit_s_officer_with_one_press(here: Hamlet) -> None:
    place, told = await asks(here)
    result, news = await tell(here, LUA, ConfirmMembership(place))

    assert texts(told) == {"lua": "Đồng chí Vàng A Chư xin vào Hội Nông dân."}
    assert isinstance(result, results.MembershipConfirmed)
    assert "đã xác nhận đồng chí là người của" in texts(news)["w-chu"]
    assert await held(here.db, "w-chu") == [("nong-dan", "member", "confirmed")]


async def test_the_second_officer_hears_who_was_first_and_when(here: Hamlet) -> None:
    place, _ = await asks(here)
    await give(here, LUA, ConfirmMembership(place))
    second = await give(here, HANH, RefuseMembership(place))

    assert second == results.MembershipSettled(
        "Vàng A Chư", "Hội Nông dân phường Thường Thạnh", "Lê Thị Lúa", second.at, confirmed=True
    )
    assert await held(here.db, "w-chu") == [("nong-dan", "member", "confirmed")]


@pytest.mark.parametrize("chat", [PAO, BINH, CHU], ids=["another-unit", "a-member", "themselves"])
async def test_nobody_else_confirms_and_nobody_learns_that_somebody_asked(
    here: Hamlet, chat: Any
) -> None:
    place, _ = await asks(here)

    assert await give(here, chat, ConfirmMembership(place)) == TooLate(None)
    assert await give(here, chat, ConfirmMembership("nothing")) == TooLate(None)
    assert await held(here.db, "w-chu") == [("nong-dan", "member", "asked")]


async def test_who_is_not_of_the_unit_is_told_whom_to_call_and_no_reason(here: Hamlet) -> None:
    place, _ = await asks(here)
    _, told = await tell(here, LUA, RefuseMembership(place))

    assert "gọi đồng chí Trần Thị Hạnh" in texts(told)["w-chu"]
    assert await held(here.db, "w-chu") == []


async def test_the_other_officers_hear_whom_one_of_them_refused(here: Hamlet) -> None:
    place, _ = await asks(here)
    async with here.db.writing() as tx:
        await tx.run("UPDATE memberships SET role = 'officer' WHERE id = 'm-binh'")
    _, told = await tell(here, LUA, RefuseMembership(place))

    assert "Lúa đã báo đồng chí Vàng A Chư không thuộc" in texts(told)["w-binh"]


@pytest.mark.parametrize(
    ("chat", "membership", "role", "why"),
    [
        (LUA, "m-binh", "office", "above-own"),
        (LUA, "m-lua", "office", "above-own"),
        (HANH, "m-hanh", "admin", "above-own"),
        (HANH, "m-binh", "member", "same-role"),
    ],
)
async def test_nobody_grants_above_their_own_role(
    here: Hamlet, chat: Any, membership: str, role: Role, why: str
) -> None:
    result = await give(here, chat, ChangeRole(membership, role))

    assert isinstance(result, results.MembershipKept)
    assert result.why == why


async def test_a_role_is_given_from_today_on_and_the_person_is_told(here: Hamlet) -> None:
    result, told = await tell(here, HANH, ChangeRole("m-binh", "officer"))

    assert result.member.place.since == TODAY
    assert "Từ hôm nay đồng chí là đầu mối của đơn vị" in texts(told)["w-binh"]
    rows = await found(
        here.db,
        "SELECT role, from_day, to_day FROM memberships WHERE person = 'w-binh' ORDER BY from_day",
    )
    assert rows == [("member", LONG_AGO, TODAY), ("officer", TODAY, "")]


async def test_a_fourth_officer_is_refused_with_who_the_three_are(here: Hamlet) -> None:
    await officer(here, "hai")
    await officer(here, "ba")
    result = await give(here, HANH, ChangeRole("m-binh", "officer"))

    assert (result.why, sorted(result.names)) == (
        "three-officers",
        ["Lê Thị Lúa", "Đồng chí ba", "Đồng chí hai"],
    )


async def test_the_last_admin_stays_by_whatever_way(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        await tx.run("UPDATE memberships SET role = 'admin' WHERE person = 'hanh'")
    ways: list[Command] = [
        EndMembership("m-hanh", TODAY),
        ChangeRole("m-hanh", "member"),
        ReplaceMember("m-hanh", "", "Kẻ Lạ", "", "", TODAY),
    ]
    kept = [await give(here, HANH, way) for way in ways]

    assert [one.why for one in kept] == ["last-admin"] * 3
    assert await held(here.db, "hanh") == [("khoi", "admin", "confirmed")]


async def test_of_two_admins_who_let_each_other_go_at_once_one_stays(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        await tx.run("UPDATE memberships SET role = 'admin' WHERE person = 'hanh'")
        other = Joining("m-admin", BINH.chat, "khoi", LONG_AGO, "", "admin", confirmed=True)
        await memberships.join(tx, [other])
    await asyncio.gather(
        give(here, HANH, EndMembership("m-admin", TODAY)),
        give(here, BINH, EndMembership("m-hanh", TODAY)),
    )

    sql = "SELECT count(*) FROM memberships WHERE role = 'admin' AND to_day = ''"
    assert await found(here.db, sql) == [(1,)]


async def test_of_two_made_officers_at_once_only_one_is_the_third(here: Hamlet) -> None:
    await officer(here, "hai")
    await officer(here, "ba", role="member")
    await asyncio.gather(
        give(here, HANH, ChangeRole("m-binh", "officer")),
        give(here, LUA, ChangeRole("m-ba", "officer")),
    )

    sql = """SELECT count(*) FROM memberships
             WHERE unit = 'nong-dan' AND role = 'officer' AND to_day = ''"""
    assert await found(here.db, sql) == [(3,)]


async def test_whoever_is_let_go_is_told_once_and_the_others_too(here: Hamlet) -> None:
    _, told = await tell(here, HANH, EndMembership("m-binh", TODAY))

    assert sorted(texts(told)) == ["lua", "w-binh"]
    assert await held(here.db, "w-binh") == []


async def test_a_unit_nobody_knows_goes_to_the_office_which_finds_it(here: Hamlet) -> None:
    place, told = await asks(here, "", "Hội Nông dân TT")
    entry = (await registered(here, CHU, unit=await unit_of(here, place))).entry
    result, news = await tell(here, HANH, IdentifyUnit(entry.unit.id, "nong-dan"))

    assert list(texts(told)) == ["hanh"]
    assert (result.entries, result.unit.id) == (1, "nong-dan")
    assert sorted(texts(news)) == ["lua", "w-chu"]
    assert await held(here.db, "w-chu") == [("nong-dan", "member", "asked")]
    assert await found(here.db, "SELECT id FROM units WHERE state = 'asked'") == []


async def unit_of(world: Hamlet, place: str) -> str:
    sql = "SELECT unit FROM memberships WHERE id = :place"
    return str((await found(world.db, sql, place=place))[0][0])


async def test_a_unit_nobody_knows_becomes_one_of_ours(here: Hamlet) -> None:
    place, _ = await asks(here, "", "Quỹ Bảo trợ trẻ em")
    unit = await unit_of(here, place)
    done = await give(here, HANH, AdmitUnit(unit, "khoi", "doan_the"))
    again = await give(here, HANH, AdmitUnit(unit, "khoi", "doan_the"))

    assert done.new
    assert again == TooLate(None)
    assert await found(here.db, "SELECT parent FROM unit_parents WHERE unit = :u", u=unit) == [
        ("khoi",)
    ]


async def test_contacts_of_a_unit_hear_of_each_other_s_acts(here: Hamlet) -> None:
    await give(here, HANH, ChangeRole("m-binh", "officer"))
    _, sent = await tell(here, BINH, registration())
    ((key,),) = await found(here.db, "SELECT id FROM entries")
    _, corrected = await tell(here, LUA, CorrectEntry(key, 1, {"name": "Nuôi ếch"}))
    _, withdrawn = await tell(here, LUA, WithdrawEntry(key, 2))

    said = [texts(told) for told in (sent, corrected, withdrawn)]
    assert [list(one) for one in said] == [["lua"], ["w-binh"], ["w-binh"]]
    assert "đã rút đăng ký số 1" in said[2]["w-binh"]


async def test_who_confirms_is_not_told_and_the_other_contact_is(here: Hamlet) -> None:
    await officer(here, "hai")
    entry = (await registered(here, BINH)).entry
    _, told = await tell(here, LUA, ConfirmEntry(entry.id, entry.version))

    assert "lua" not in texts(told)


async def test_row_1_20_one_person_has_two_positions_with_dates(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        second = Joining("m-2", "pao", "nong-dan", "2026-05-01", "Phó Chủ tịch", "officer", True)
        await memberships.join(tx, [second])
        around = replace(AROUND, today=TODAY)
        (card,) = await facts.answer(tx, [("hanh", MemberOf("m-pao"))], around)

    assert (card.place.position, card.place.since) == ("Bí thư chi bộ", LONG_AGO)
    assert [(one.position, one.unit.id, one.since) for one in card.also] == [
        ("Phó Chủ tịch", "nong-dan", "2026-05-01")
    ]


async def test_names_changed_later_are_the_ones_said(here: Hamlet) -> None:
    place, _ = await asks(here)
    await give(here, LUA, ConfirmMembership(place))
    async with here.db.writing() as tx:
        await people.name_person(tx, "lua", name="Lê Thị Lụa")

    assert (await give(here, LUA, ConfirmMembership(place))).by == "Lê Thị Lụa"

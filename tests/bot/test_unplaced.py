"""What somebody sent whom the unit does not know counts nowhere until their unit is known."""

from dataclasses import replace
from typing import Any

import pytest

from rules.commands import ConfirmEntry, Introduce, WithdrawEntry
from rules.member_commands import ConfirmMembership, IdentifyUnit, RefuseMembership
from rules.requests import EntryOf, StandingOf
from rules.results import Confirmed, TooLate
from storage import facts
from tests.bot.membering import CHU, TODAY, texts
from tests.bot.ordering import HANH, LUA, PAO, everybody_is_here, found, give, registered, tell
from tests.bot.scene import agree
from tests.hamlet import Hamlet
from tests.storage.village import AROUND

NOW = replace(AROUND, today=TODAY)
UNIT = "SELECT unit FROM entries"


@pytest.fixture
async def here(world: Hamlet) -> Hamlet:
    """Let everybody be here, and Chư, who asked for a unit and registered for it."""
    await everybody_is_here(world)
    await agree(world, CHU)
    await give(world, CHU, Introduce("Vàng A Chư", "nong-dan", "Hội Nông dân"))
    return world


async def place(world: Hamlet) -> str:
    ((key,),) = await found(
        world.db, "SELECT id FROM memberships WHERE state = 'asked' AND to_day = ''"
    )
    return str(key)


async def seen(world: Hamlet, person: str, request: Any) -> Any:
    async with world.db.reading() as tx:
        return (await facts.answer(tx, [(person, request)], NOW))[0]


async def test_it_counts_for_the_unit_no_more_and_the_office_hears(here: Hamlet) -> None:
    await registered(here, CHU)
    _, told = await tell(here, LUA, RefuseMembership(await place(here)))

    assert "1 đăng ký" in texts(told)["hanh"]
    assert "chưa thuộc đơn vị nào" in texts(told)["w-chu"]
    assert (await seen(here, "lua", StandingOf("nong-dan", 2027))).registered == 0


async def test_the_unit_s_contact_no_longer_confirms_it(here: Hamlet) -> None:
    entry = (await registered(here, CHU)).entry
    await give(here, LUA, RefuseMembership(await place(here)))

    assert await give(here, LUA, ConfirmEntry(entry.id, 1)) == TooLate(None)
    assert await found(here.db, "SELECT state FROM entries") == [("sent",)]


async def test_who_sent_it_still_sees_it_and_may_take_it_back(here: Hamlet) -> None:
    entry = (await registered(here, CHU)).entry
    await give(here, LUA, RefuseMembership(await place(here)))
    mine = await seen(here, "w-chu", EntryOf(entry.id))
    await give(here, CHU, WithdrawEntry(entry.id, mine.version))

    assert mine.unit.name == ""
    assert await found(here.db, "SELECT state FROM entries") == [("withdrawn",)]


async def test_what_the_contact_confirmed_stays_the_unit_s(here: Hamlet) -> None:
    entry = (await registered(here, CHU)).entry
    assert isinstance(await give(here, LUA, ConfirmEntry(entry.id, 1)), Confirmed)
    await give(here, LUA, RefuseMembership(await place(here)))

    assert await found(here.db, UNIT) == [("nong-dan",)]


async def test_it_goes_where_its_sender_says_they_belong_next(here: Hamlet) -> None:
    await registered(here, CHU)
    await give(here, LUA, RefuseMembership(await place(here)))
    await give(here, CHU, Introduce("Vàng A Chư", "suoi-da", "Chi bộ bản Suối Đá"))
    result = await give(here, PAO, ConfirmMembership(await place(here)))

    assert result.entries == 1
    assert await found(here.db, UNIT) == [("suoi-da",)]
    assert await found(here.db, "SELECT id FROM units WHERE state = 'asked'") == []


async def test_or_where_the_office_says(here: Hamlet) -> None:
    await registered(here, CHU)
    await give(here, LUA, RefuseMembership(await place(here)))
    ((apart,),) = await found(here.db, UNIT)
    _, told = await tell(here, HANH, IdentifyUnit(apart, "suoi-da"))

    assert await found(here.db, UNIT) == [("suoi-da",)]
    assert {"w-chu", "pao"} == set(texts(told))

import asyncio
from typing import Any

import pytest

from bot.carry_out.codes import TRIES_EACH, TRIES_IN_ALL
from rules.commands import GiveConsent, Introduce, MakeReturnCode, UseCode
from rules.results import CodeRefused, CodeUsed, Consented
from storage import invitations
from storage.chats import Chat
from storage.codes import NewCode, add, hash_code
from tests.bot.ordering import BINH, LUA, PAO, everybody_is_here, found, give, registered
from tests.bot.scene import agree, reach, telegram, web
from tests.hamlet import PEPPER, Hamlet
from tests.talk import Talk

HOUR, DAY = 3_600_000, 86_400_000
CONTACT, OPEN = "7K3M2P", "9W5T2R"  # Páo's own invitation, and one of a unit without a contact
FIRST, SECOND = web("c1"), web("c2")


@pytest.fixture
async def new(world: Hamlet) -> Hamlet:
    """Give the hamlet with two newcomers who have agreed."""
    await agree(world, FIRST, SECOND)
    return world


async def person_at(world: Hamlet, chat: Chat) -> str:
    ((person,),) = await found(
        world.db, "SELECT person FROM addresses WHERE chat = :chat", chat=chat.chat
    )
    return str(person)


async def code(world: Hamlet, text: str, **more: Any) -> None:
    """Let there be a code of the unit without a contact."""
    given: dict[str, Any] = {"kind": "unit", "uses_left": 1, "expires_at": 10**15, "created_at": 1}
    given |= {"unit": "giao-thong"}
    async with world.db.writing() as tx:
        await add(tx, [NewCode(hash=hash_code(PEPPER, text), **(given | more))])


async def test_the_newcomer_with_a_contacts_code_is_that_contact(new: Hamlet) -> None:
    result = await give(new, FIRST, UseCode(CONTACT))

    assert result.joined.unit.id == "suoi-da"
    assert await person_at(new, FIRST) == "pao"


async def test_the_second_by_the_same_code_is_not_but_a_member_of_the_unit(new: Hamlet) -> None:
    await give(new, FIRST, UseCode(CONTACT))
    await give(new, SECOND, UseCode(CONTACT))

    assert await person_at(new, SECOND) == "c2"
    place = "SELECT unit, role, position, state FROM memberships WHERE person = 'c2'"
    assert await found(new.db, place) == [("suoi-da", "member", "", "confirmed")]


async def test_a_contacts_own_position_and_role_are_nobody_elses(new: Hamlet) -> None:
    await reach(new, "pao", PAO)
    officers = {"unit": "suoi-da", "person": "pao", "role": "officer", "position": "Bí thư"}
    await code(new, "2AAAAA", **officers)
    await give(new, FIRST, UseCode("2AAAAA"))

    place = "SELECT unit, role, position FROM memberships WHERE person = 'c1'"
    assert await found(new.db, place) == [("suoi-da", "member", "")]


async def test_of_two_at_once_one_is_the_contact(new: Hamlet) -> None:
    await asyncio.gather(*(give(new, chat, UseCode(CONTACT)) for chat in (FIRST, SECOND)))

    people = sorted([await person_at(new, FIRST), await person_at(new, SECOND)])
    assert people in (["c1", "pao"], ["c2", "pao"])


async def test_who_has_a_name_already_does_not_become_somebody_else(new: Hamlet) -> None:
    await give(new, FIRST, Introduce("Lò Văn Chiến", "nong-dan", ""))
    await give(new, FIRST, UseCode(CONTACT))

    assert await person_at(new, FIRST) == "c1"


async def test_a_code_confirms_who_was_only_asked_for(new: Hamlet) -> None:
    await give(new, FIRST, Introduce("Lò Văn Chiến", "giao-thong", ""))
    await give(new, FIRST, UseCode(OPEN))

    held = "SELECT state FROM memberships WHERE person = 'c1' AND to_day = ''"
    assert await found(new.db, held) == [("confirmed",)]


async def test_opening_ones_invitation_again_uses_nothing_up(new: Hamlet) -> None:
    await code(new, "2AAAAA", uses_left=2)
    results = [await give(new, FIRST, UseCode("2AAAAA")) for _ in range(5)]

    assert {type(result) for result in results} == {CodeUsed}
    left = "SELECT uses_left FROM codes WHERE hash = :hash"
    assert await found(new.db, left, hash=hash_code(PEPPER, "2AAAAA")) == [(1,)]


@pytest.mark.parametrize("typed", ["9W5T2R", "9w5t2r", "9W5-T2R"])
async def test_a_code_is_understood_as_people_type_it(new: Hamlet, typed: str) -> None:
    assert isinstance(await give(new, FIRST, UseCode(typed)), CodeUsed)


async def bad_codes(world: Hamlet) -> list[str]:
    """Let there be codes that were used, expired and taken back; return them and a wrong one."""
    await code(world, "2SGDSGD222", uses_left=0)
    await code(world, "2XPRXPR222", expires_at=world.clock.ms)
    await code(world, "2NFFNFF222", id="ended")
    async with world.db.writing() as tx:
        await invitations.end(tx, ["ended"], now=world.clock.ms)
    return ["2SGDSGD222", "2XPRXPR222", "2NFFNFF222", "2RNGRNG222"]


async def test_used_expired_ended_and_wrong_get_the_same_answer(new: Hamlet) -> None:
    answers = [await give(new, FIRST, UseCode(one)) for one in await bad_codes(new)]

    assert isinstance(answers[0], CodeRefused)
    assert [answer == answers[0] for answer in answers] == [True] * 4


async def test_what_is_said_to_them_is_the_same_byte_for_byte(new: Hamlet) -> None:
    talks = [Talk(new, chat=f"stranger-{bad}") for bad in await bad_codes(new)]
    said = [(await talk.opens(talk.chat[9:]), await talk.presses("Đồng ý")) for talk in talks]
    words = [[[say.text for say in bubbles] for bubbles in both] for both in said]

    assert "không còn dùng được" in words[0][0][0]
    assert [each == words[0] for each in words] == [True] * 4


async def test_who_gives_the_code_they_came_by_again_is_told_where_they_are(new: Hamlet) -> None:
    await code(new, "2FRTFRT222", role="officer", person="pao", unit="suoi-da")
    first = await give(new, FIRST, UseCode("2FRTFRT222"))
    again = [await give(new, FIRST, UseCode("2FRTFRT222")) for _ in range(TRIES_EACH + 1)]

    assert (first.joined.unit.id, first.again) == ("suoi-da", False)
    assert {(result.joined.unit.id, result.again) for result in again} == {("suoi-da", True)}


async def test_to_others_that_code_is_as_wrong_as_any(new: Hamlet) -> None:
    await code(new, "2FRTFRT222", role="officer", person="pao", unit="suoi-da")
    await give(new, FIRST, UseCode("2FRTFRT222"))

    assert isinstance(await give(new, SECOND, UseCode("2FRTFRT222")), CodeRefused)


async def test_a_contact_who_had_already_said_their_name_is_that_contact_too(new: Hamlet) -> None:
    await give(new, FIRST, Introduce("Giang A Pao", "suoi-da", ""))
    await give(new, FIRST, UseCode(CONTACT))

    assert await person_at(new, FIRST) == "pao"
    assert await found(new.db, "SELECT name FROM people WHERE id = 'pao'") == [("Giàng A Páo",)]


async def test_a_namesake_with_a_place_elsewhere_stays_themselves(new: Hamlet) -> None:
    await give(new, FIRST, UseCode(OPEN))
    await give(new, FIRST, Introduce("Giàng A Páo", "giao-thong", ""))
    await give(new, FIRST, UseCode(CONTACT))

    assert await person_at(new, FIRST) == "c1"


async def test_when_everybody_guesses_too_often_the_log_says_so_once_without_a_code(
    new: Hamlet, capsys: pytest.CaptureFixture[str]
) -> None:
    async with new.db.writing() as tx:
        tries = [(f"a{n}", new.clock.ms) for n in range(TRIES_IN_ALL - 1)]
        await tx.run("INSERT INTO code_tries (address, at) VALUES :rows", {"rows": tries})
    for chat in (FIRST, SECOND):
        await give(new, chat, UseCode("2RNGRNG222"))

    logged = capsys.readouterr().out
    assert logged.count("somebody guesses codes") == 1
    assert "2RNG" not in logged


async def test_a_code_for_one_lets_one_in(new: Hamlet) -> None:
    await code(new, "2AAAAA")
    results = await asyncio.gather(
        *(give(new, chat, UseCode("2AAAAA")) for chat in (FIRST, SECOND))
    )

    assert {type(result) for result in results} == {CodeUsed, CodeRefused}


async def test_who_guesses_too_often_waits_even_with_the_right_one(new: Hamlet) -> None:
    for _ in range(TRIES_EACH):
        assert not (await give(new, FIRST, UseCode("2WRNGG"))).wait
    assert (await give(new, FIRST, UseCode(OPEN))).wait

    assert isinstance(await give(new, SECOND, UseCode(OPEN)), CodeUsed)
    new.clock.ms += HOUR + 1
    assert isinstance(await give(new, FIRST, UseCode(OPEN)), CodeUsed)


async def test_when_everybody_together_guesses_too_often_all_wait(new: Hamlet) -> None:
    async with new.db.writing() as tx:
        tries = [(f"a{n}", new.clock.ms) for n in range(TRIES_IN_ALL)]
        await tx.run("INSERT INTO code_tries (address, at) VALUES :rows", {"rows": tries})

    assert (await give(new, FIRST, UseCode(OPEN))).wait


async def way_back(world: Hamlet, chat: Chat) -> str:
    return str((await give(world, chat, MakeReturnCode())).code)


async def test_a_way_back_makes_two_chats_one_person(new: Hamlet) -> None:
    await reach(new, "pao", telegram("7"))
    result = await give(new, FIRST, UseCode(await way_back(new, telegram("7"))))

    assert result == CodeUsed(linked=True)
    assert await person_at(new, FIRST) == "pao"


async def test_also_before_anything_else_by_consenting(world: Hamlet) -> None:
    await reach(world, "pao", telegram("7"))
    back = await way_back(world, telegram("7"))

    assert await give(world, FIRST, GiveConsent("1", "…", back)) == Consented(linked=True)
    assert await person_at(world, FIRST) == "pao"


async def test_a_new_way_back_ends_the_one_before(new: Hamlet) -> None:
    await reach(new, "pao", telegram("7"))
    first = await way_back(new, telegram("7"))
    await way_back(new, telegram("7"))

    assert isinstance(await give(new, FIRST, UseCode(first)), CodeRefused)


async def test_a_way_back_leads_back_once_and_not_for_long(new: Hamlet) -> None:
    await reach(new, "pao", telegram("7"))
    used = await way_back(new, telegram("7"))
    await give(new, FIRST, UseCode(used))
    late = await way_back(new, telegram("7"))

    assert isinstance(await give(new, SECOND, UseCode(used)), CodeRefused)
    new.clock.ms += DAY + 1
    assert isinstance(await give(new, SECOND, UseCode(late)), CodeRefused)


async def test_the_way_back_on_the_receipt_is_good_a_year_later(world: Hamlet) -> None:
    await everybody_is_here(world)
    back = (await registered(world)).return_code
    await way_back(world, BINH)
    world.clock.ms += 366 * DAY

    assert await give(world, FIRST, UseCode(back)) == CodeUsed(linked=True)
    assert await person_at(world, FIRST) == BINH.chat


async def test_the_next_receipts_way_back_ends_the_one_before(world: Hamlet) -> None:
    await everybody_is_here(world)
    first = (await registered(world)).return_code
    await registered(world, dialog="d2")

    assert isinstance(await give(world, FIRST, UseCode(first)), CodeRefused)


async def test_whoever_links_brings_along_what_they_had(world: Hamlet) -> None:
    await everybody_is_here(world)
    entry = (await registered(world)).entry
    await give(world, BINH, UseCode(await way_back(world, LUA)))

    assert await found(world.db, "SELECT typed_by FROM entries") == [("lua",)]
    assert await found(world.db, "SELECT after FROM events WHERE act = 'link'") == [("",)]
    assert entry.typed_by == "w-binh"


async def test_ones_own_way_back_changes_nothing(world: Hamlet) -> None:
    await reach(world, "pao", PAO)

    result = await give(world, PAO, UseCode(await way_back(world, PAO)))
    assert (result, await person_at(world, PAO)) == (CodeUsed(linked=True), "pao")


async def test_no_code_is_readable_in_the_database(world: Hamlet) -> None:
    await reach(world, "pao", PAO)
    back = (await way_back(world, PAO)).replace("-", "")

    rows = await found(world.db, "SELECT hash, unit, person, position FROM codes")
    assert [row for row in rows if back in str(row) or CONTACT in str(row)] == []


async def test_an_invented_person_may_be_played_in_several_browsers(new: Hamlet) -> None:
    await code(new, "5K6M7N", unit="suoi-da", uses_left=9, person="pao", role="officer", demo=True)
    for chat in (FIRST, SECOND):
        await give(new, chat, UseCode("5K6M7N"))

    assert [await person_at(new, chat) for chat in (FIRST, SECOND)] == ["pao", "pao"]

import asyncio

import pytest

from bot.carry_out import carry_out
from rules.commands import RegisterEntry
from rules.results import Registered, TooLate
from storage.attachments import Wanted, want
from storage.chats import Chat
from tests.bot.ordering import (
    BINH,
    HANH,
    LUA,
    PAO,
    found,
    give,
    order,
    registered,
    registration,
    tell,
)
from tests.bot.scene import reach, telegram
from tests.hamlet import Hamlet, HandClock


async def test_a_registration_is_kept_whole(here: Hamlet) -> None:
    result = await registered(here)

    entry = result.entry
    assert (entry.code, entry.number, entry.version) == ("DVK-2027-0001", 1, 1)
    assert (entry.name, entry.address) == ("Nuôi lươn không bùn d1", "ấp 3")
    assert (entry.field, entry.content) == ("economy", "Mười hộ nuôi lươn.")
    assert (entry.unit.id, entry.typed_by, entry.kind) == ("nong-dan", BINH.chat, "new-collective")


async def test_the_same_dialog_makes_one_entry_and_answers_with_the_firsts_code(
    here: Hamlet,
) -> None:
    first, again = await registered(here), await registered(here)

    assert (again.again, again.entry) == (True, first.entry)
    assert await found(here.db, "SELECT count(*) FROM entries") == [(1,)]
    assert await found(here.db, "SELECT count(*) FROM events WHERE act = 'register'") == [(1,)]


async def test_the_same_dialog_twice_in_a_batch_makes_one_entry(here: Hamlet) -> None:
    await reach(here, "w-binh", telegram("7"))

    with pytest.raises(Exception, match=r"(?i)unique|duplicate"):
        await batch(here, (BINH, registration()), (telegram("7"), registration()))
    assert (await registered(here)).entry.number == 1


async def batch(world: Hamlet, *given: tuple[Chat, RegisterEntry]) -> list[Registered]:
    async with world.db.writing() as tx:
        orders = [await order(tx, world, chat, command) for chat, command in given]
        results, _ = await carry_out(tx, orders)
    return results  # type: ignore[return-value] # all of these were registrations


async def test_a_batch_is_numbered_in_its_order(here: Hamlet) -> None:
    results = await batch(here, (BINH, registration("d1")), (LUA, registration("d2")))

    assert [(r.entry.number, r.entry.typed_by) for r in results] == [(1, "w-binh"), (2, "lua")]


async def test_numbers_have_no_gaps_when_many_register_and_some_are_undone(here: Hamlet) -> None:
    async def try_one(n: int) -> None:
        async with here.db.writing() as tx:
            await carry_out(tx, [await order(tx, here, LUA, registration(f"d{n}"))])
            if n % 3 == 0:
                raise LookupError

    await asyncio.gather(*map(try_one, range(50)), return_exceptions=True)

    numbers = await found(here.db, "SELECT number FROM entries ORDER BY number")
    assert numbers == [(n,) for n in range(1, 34)]


async def test_each_round_counts_from_one(here: Hamlet) -> None:
    await registered(here)
    result = await registered(here, dialog="d2", round=2028)

    assert result.entry.code == "DVK-2028-0001"


@pytest.mark.parametrize(
    ("moment", "on_time"),
    [("2027-03-19 16:59", True), ("2027-03-19 17:00", True), ("2027-03-19 17:01", False)],
)
async def test_on_time_is_when_it_was_said_not_when_it_was_carried_out(
    here: Hamlet, moment: str, *, on_time: bool
) -> None:
    said_at = HandClock(moment).ms
    here.clock.set("2027-03-21 08:00")
    result = await give(here, BINH, registration(), at=said_at)

    assert result.on_time is on_time
    assert result.entry.received == here.clock.local(said_at)
    assert await found(here.db, "SELECT on_time, created_at FROM entries") == [(on_time, said_at)]


async def test_an_officers_sending_confirms(here: Hamlet) -> None:
    result, told = await tell(here, LUA, registration())

    assert (result.entry.state, result.confirmer, told) == ("confirmed", None, [])


async def test_a_members_does_not_and_the_officer_is_told_with_a_button(here: Hamlet) -> None:
    result, told = await tell(here, BINH, registration())

    assert (result.entry.state, result.confirmer.name) == ("sent", "Lê Thị Lúa")
    assert result.told
    ((chat, person, say),) = [(one.chat, one.person, one.say) for one in told]
    assert (chat, person, say.once) == (LUA, "lua", True)
    assert [option.data for row in say.rows for option in row] == [
        f"a:confirm:{result.entry.id}:1",
        f"a:show:{result.entry.id}:1",
    ]


async def test_the_officer_is_told_where_they_wrote_last(here: Hamlet) -> None:
    await reach(here, "lua", telegram("7"))
    async with here.db.writing() as tx:
        await tx.run("UPDATE addresses SET seen_at = 9 WHERE chat = '7'")
    _, told = await tell(here, BINH, registration())

    assert [one.chat for one in told] == [telegram("7")]


async def test_an_officer_without_a_chat_cannot_be_told(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        await tx.run("UPDATE addresses SET state = 'blocked' WHERE person = 'lua'")
    result, told = await tell(here, BINH, registration())

    assert (result.confirmer.name, result.told, told) == ("Lê Thị Lúa", False, [])


async def test_sending_again_tells_nobody_again(here: Hamlet) -> None:
    await registered(here)
    _, told = await tell(here, BINH, registration())

    assert told == []


async def test_who_is_only_asked_for_does_not_confirm(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        await tx.run("UPDATE memberships SET state = 'asked' WHERE person = 'lua'")
    result = await registered(here, LUA)

    assert result.entry.state == "sent"


@pytest.mark.parametrize(("chat", "given"), [(BINH, True), (telegram("7"), False)], ids=str)
async def test_a_way_back_stands_on_the_receipt_of_the_web_page(
    here: Hamlet, chat: Chat, *, given: bool
) -> None:
    await reach(here, "w-binh", telegram("7"))
    result = await registered(here, chat)

    assert (result.return_code != "") is given


async def test_photos_sent_while_it_was_written_belong_to_the_entry(here: Hamlet) -> None:
    async with here.db.writing() as tx:
        photos = [("p1", "w-binh"), ("p2", "w-binh"), ("p3", "pao")]
        await want(tx, [Wanted(key, who, "web", "", "", 1) for key, who in photos])
    result = await registered(here, photos=("p1", "p2", "p3"))

    assert result.entry.photos == 2
    attached = "SELECT id FROM attachments WHERE entry = :entry ORDER BY id"
    assert await found(here.db, attached, entry=result.entry.id) == [("p1",), ("p2",)]


async def test_the_receipt_counts_what_the_unit_has(here: Hamlet) -> None:
    first = await registered(here, LUA)
    second = await registered(here, LUA, dialog="d2")

    assert [r.standing.registered for r in (first, second)] == [1, 2]
    assert first.human.name == "Trần Thị Hạnh"


async def test_what_was_said_is_its_first_version_and_an_event(here: Hamlet) -> None:
    result = await registered(here)

    key = result.entry.id
    versions = await found(here.db, "SELECT version, by_person FROM entry_versions")
    assert versions == [(1, "w-binh")]
    events = await found(here.db, "SELECT person, address, act, subject FROM events")
    assert events == [("w-binh", "a-w-binh", "register", key)]


async def test_the_office_does_not_confirm_for_a_unit_by_sending(here: Hamlet) -> None:
    result = await registered(here, HANH)

    assert result.entry.state == "sent"


async def test_nobody_registers_for_a_unit_they_have_no_place_in(here: Hamlet) -> None:
    result = await give(here, PAO, registration())

    assert result == TooLate(None)
    assert await found(here.db, "SELECT id FROM entries") == []
    assert await found(here.db, "SELECT act, subject, after FROM events") == [
        ("forbidden", "", "RegisterEntry")
    ]

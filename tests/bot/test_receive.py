import asyncio

import pytest

from bot.channels import Incoming
from storage.database import Unavailable
from tests.bot.faulty import FaultyDatabase
from tests.bot.scene import agree, bubbles, count, reach, receiving, said, taken, web
from tests.hamlet import Hamlet

PAO, LUA = web("pao-1"), web("lua-1")


async def test_people_who_write_at_one_moment_share_a_transaction(world: Hamlet) -> None:
    db = FaultyDatabase(world.db)
    chats = [web(f"c{n}") for n in range(20)]
    async with receiving(world, db) as receive:
        outcomes = await taken(receive, *(said("xin chào", chat) for chat in chats))

    assert (db.written, set(outcomes)) == (1, {None})
    assert [len(await bubbles(world.db, chat)) for chat in chats] == [1] * 20


async def test_a_lone_message_waits_for_nobody(world: Hamlet) -> None:
    db = FaultyDatabase(world.db)
    async with receiving(world, db) as receive:
        await receive.take(said("xin chào", PAO))

    assert db.written == 1


async def test_at_most_a_hundred_share_a_transaction(world: Hamlet) -> None:
    db = FaultyDatabase(world.db)
    async with receiving(world, db) as receive:
        await taken(receive, *(said("xin chào", web(f"c{n}")) for n in range(101)))

    assert db.written == 2


async def test_a_persons_messages_are_handled_in_order(world: Hamlet) -> None:
    await reach(world, "pao", PAO)
    words = [f"tin thứ {n}" for n in range(8)]
    async with receiving(world) as receive:
        await taken(receive, *(said(word, PAO) for word in words))

    echoes = await bubbles(world.db, PAO, side="theirs")
    assert [word in echo for word, echo in zip(words, echoes, strict=True)] == [True] * 8


async def test_two_addresses_of_a_person_wait_for_each_other(world: Hamlet) -> None:
    db = FaultyDatabase(world.db)
    await reach(world, "pao", PAO, web("pao-2"))
    async with receiving(world, db) as receive:
        outcomes = await taken(receive, said("dk", PAO), said("dk", web("pao-2")))

    assert (db.written, set(outcomes)) == (2, {None})
    assert await count(world.db, "dialogs") == 1


async def test_who_waits_for_their_own_message_holds_nobody_up(world: Hamlet) -> None:
    db = FaultyDatabase(world.db)
    await agree(world, LUA)
    await reach(world, "pao", PAO, web("pao-2"))
    async with receiving(world, db) as receive:
        await taken(receive, said("dk", PAO), said("dk", web("pao-2")), said("dk", LUA))

    assert db.written == 2
    assert len(await bubbles(world.db, LUA)) == 1


async def test_the_same_message_again_has_no_effect(world: Hamlet) -> None:
    async with receiving(world) as receive:
        for _ in range(3):
            await receive.take(said("xin chào", PAO))

    assert len(await bubbles(world.db, PAO)) == 1


async def test_the_same_message_many_times_at_once_has_one_effect(world: Hamlet) -> None:
    async with receiving(world) as receive:
        outcomes = await taken(receive, *[said("xin chào", PAO)] * 10)

    assert set(outcomes) == {None}
    assert len(await bubbles(world.db, PAO)) == 1


async def test_the_same_words_twice_are_two_messages(world: Hamlet) -> None:
    async with receiving(world) as receive:
        await taken(receive, said("alo", PAO, id="1"), said("alo", PAO, id="2"))

    assert len(await bubbles(world.db, PAO)) == 2


async def test_a_message_is_told_of_once_it_is_committed(world: Hamlet) -> None:
    told: list[Incoming] = []
    first, second = said("xin chào", PAO), said("xin chào", LUA)
    async with receiving(world, committed=told.append) as receive:
        await taken(receive, first, second)

    assert told == [first, second]


async def test_what_is_under_way_at_a_stop_is_finished_and_what_waits_comes_again(
    world: Hamlet,
) -> None:
    db = FaultyDatabase(world.db)
    began = asyncio.Event()
    db.strike = lambda _sql, _params: began.set()
    async with receiving(world, db) as receive:
        messages = [asyncio.create_task(receive.take(said(w, PAO))) for w in ("một", "hai")]
        await began.wait()
        await receive.stop()

        outcomes = await asyncio.gather(*messages, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [type(None), Unavailable]
    assert await count(world.db, "inbox") == 1


async def test_after_a_stop_nothing_is_taken(world: Hamlet) -> None:
    async with receiving(world) as receive:
        await receive.stop()

        with pytest.raises(Unavailable):
            await receive.take(said("xin chào", PAO))


async def test_who_gives_up_waiting_holds_nobody_up(world: Hamlet) -> None:
    async with receiving(world) as receive:
        impatient = asyncio.create_task(receive.take(said("một", PAO)))
        await asyncio.sleep(0)
        impatient.cancel()
        await receive.take(said("hai", PAO))

    assert await count(world.db, "inbox") == 2

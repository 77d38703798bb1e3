import asyncio

import pytest

from bot import deliver, lease
from bot.line import Line
from bot.pace import BULK_A_SECOND, Pace
from storage.database import Unavailable
from tests.bot.faulty import FaultyDatabase
from tests.bot.posting import Post
from tests.eventually import eventually
from tests.fakes.telegram import Fault, Person


async def test_a_chats_bubbles_arrive_in_order_and_their_ids_are_kept(
    post: Post, lan: Person, binh: Person
) -> None:
    rows = [post.row(f"o{n}", (lan, binh)[n % 2], born=True) for n in range(8)]
    await post.send(*rows)

    assert post.seen(lan) == ["o0", "o2", "o4", "o6"]
    assert post.seen(binh) == ["o1", "o3", "o5", "o7"]
    ids = {str(bubble.message_id) for bubble in post.fake.bubbles(lan) + post.fake.bubbles(binh)}
    async with post.db.reading() as tx:
        assert {x for (x,) in await tx.rows("SELECT external FROM outbox")} == ids


async def test_a_slow_chat_holds_no_other_up(post: Post, lan: Person, binh: Person) -> None:
    slow = Fault(delay_before=60)
    post.fake.fault("sendMessage", slow, chat=lan)
    rows = [post.row("o1", lan, born=True), post.row("o2", binh, born=True)]
    await post.keep(*rows)
    post.deliver.send_now(rows)
    await post.fake.bubble(binh, 1)

    assert post.seen(lan) == []
    for task in post.deliver._tasks:
        task.cancel()


async def test_rows_of_others_are_found_and_sent(post: Post, lan: Person) -> None:
    await post.keep(post.row("o1", lan), post.row("o2", lan), post.row("o3", lan))
    await post.rounds()

    assert post.seen(lan) == ["o1", "o2", "o3"]


async def test_answers_go_before_bulk(post: Post, lan: Person) -> None:
    bulk = [post.row(f"o{n}", lan, urgency="bulk") for n in (1, 2)]
    await post.keep(*bulk, post.row("o3", lan))
    await post.rounds()

    assert post.seen(lan) == ["o3", "o1", "o2"]


async def test_an_answer_passes_bulk_that_waits_for_its_pace(post: Post, lan: Person) -> None:
    for _ in range(BULK_A_SECOND):
        post.deliver._pace.count()
    bulk, answer = post.row("o1", lan, born=True, urgency="bulk"), post.row("o2", lan, born=True)
    await post.keep(bulk, answer)
    post.deliver.send_now([bulk])
    await asyncio.sleep(0)
    post.deliver.send_now([answer])
    await post.rest()

    assert post.seen(lan) == ["o2", "o1"]


async def test_an_answer_ends_the_wait_of_its_chat_at_once(post: Post, lan: Person) -> None:
    line = Line(post.row("o1", lan, urgency="bulk"))
    waiting = asyncio.create_task(line.wait(3600))
    await asyncio.sleep(0)
    line.add(post.row("o2", lan))

    await waiting
    assert line.foremost() == post.row("o2", lan)


async def test_no_more_bulk_is_taken_than_can_go_soon(post: Post) -> None:
    everybody = [post.fake.person(f"P{n}") for n in range(deliver.CLAIM + 20)]
    for person in everybody:
        await person.says("xin chào")
    await post.keep(*(post.row(f"o{n:02}", p, urgency="bulk") for n, p in enumerate(everybody)))
    post.deliver._pace = Pace(lambda: 0.0)  # no second passes meanwhile
    for _ in range(BULK_A_SECOND):
        post.deliver._pace.count()
    await post.deliver._claim_due()
    await post.deliver._claim_due()

    states = list((await post.states()).values())
    assert (states.count("sending"), states.count("pending")) == (deliver.CLAIM, 20)
    await post.deliver.stop()
    assert set((await post.states()).values()) <= {"pending", "sent"}


async def test_marks_ride_in_the_next_transaction(post: Post, lan: Person) -> None:
    row = post.row("o1", lan, born=True)
    await post.keep(row)
    post.deliver.send_now([row])
    await asyncio.wait(post.deliver._tasks)
    assert await post.states() == {"o1": "sending"}

    async with post.deliver.writing():
        pass
    assert await post.states() == {"o1": "sent"}


async def test_marks_whose_transaction_fails_ride_in_another(post: Post, lan: Person) -> None:
    row = post.row("o1", lan, born=True)
    await post.keep(row)
    post.deliver.send_now([row])
    await asyncio.wait(post.deliver._tasks)
    with pytest.raises(LookupError):
        async with post.deliver.writing():
            raise LookupError
    assert await post.states() == {"o1": "sending"}

    async with post.deliver.writing():
        pass
    assert await post.states() == {"o1": "sent"}


async def test_marks_are_written_when_nothing_else_is(post: Post, lan: Person) -> None:
    await post.deliver.start(alone=True)
    row = post.row("o1", lan, born=True)
    await post.keep(row)
    post.deliver.send_now([row])

    await eventually(lambda: sent(post, "o1"))
    await post.deliver.stop()


async def sent(post: Post, *keys: str) -> bool:
    states = await post.states()
    return all(states[key] == "sent" for key in keys)


async def test_who_looks_finds_what_others_wrote(post: Post, lan: Person) -> None:
    await post.deliver.start(alone=False)
    await post.keep(post.row("o1", lan), post.row("o2", lan))
    post.deliver.look()

    await eventually(lambda: sent(post, "o1", "o2"))
    assert post.seen(lan) == ["o1", "o2"]
    await post.deliver.stop()


async def test_the_loops_outlive_whatever_happens_to_them(post: Post, lan: Person) -> None:
    struck: list[str] = []

    def strike(sql: str, _params: object) -> None:
        struck.append(sql)
        if len(struck) < 3:
            raise ZeroDivisionError

    post.deliver._db = post.deliver._marks._db = FaultyDatabase(post.db, strike)
    await post.keep(post.row("o1", lan))
    await post.deliver.start(alone=False)
    await eventually(lambda: looked(post, struck))

    await eventually(lambda: sent(post, "o1"))
    await post.deliver.stop()


async def looked(post: Post, struck: list[str]) -> bool:
    post.deliver.look()
    return len(struck) >= 3


async def test_a_chat_whose_row_cannot_be_given_back_waits_with_it(
    post: Post, lan: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliver, "LOOK_SECONDS", 0.01)
    struck: list[str] = []

    def strike(sql: str, _params: object) -> None:
        if "SET state = 'pending'" in sql and not struck:
            struck.append(sql)
            raise Unavailable("locked")

    post.deliver._marks._db = FaultyDatabase(post.db, strike)
    post.fake.fault("sendMessage", Fault(status=500))
    await post.send(*(post.row(key, lan, born=True) for key in ("o1", "o2")))
    assert await post.states() == {"o1": "pending", "o2": "pending"}

    post.clock.ms += 60_000
    await post.rounds()
    assert post.seen(lan) == ["o1", "o2"]


def test_a_lease_outlasts_the_longest_call() -> None:
    assert lease.MS > lease.CALL_MS

from typing import Any

import pytest

from bot import lease
from bot.fate import GIVE_UP_MS
from storage import people
from storage.undelivered import undelivered
from tests.bot.posting import Post
from tests.fakes.telegram import Fault, Person

SECOND, MINUTE = 1_000, 60_000
AMBIGUOUS = [Fault(cut_before=True), Fault(html=True, status=502), Fault(truncated=True)]
ACTED = [Fault(cut_after=True), Fault(html=True, status=502, acts=True), Fault(truncated=True)]
REFUSED = [Fault(status=500), Fault(status=502), Fault(status=504), Fault(status=409)]


async def test_a_wait_that_is_asked_for_is_kept_to_the_millisecond(post: Post, lan: Person) -> None:
    post.fake.fault("sendMessage", Fault(status=429, retry_after=7))
    await post.send(post.row("o1", lan, born=True))
    post.clock.ms += 7 * SECOND - 1
    await post.rounds()
    assert post.calls == 1

    post.clock.ms += 1
    await post.rounds()
    assert post.seen(lan) == ["o1"]


async def test_others_go_on_while_one_has_to_wait(post: Post, lan: Person, binh: Person) -> None:
    post.fake.fault("sendMessage", Fault(status=429, retry_after=3600), chat=lan, times=None)
    await post.send(post.row("o1", lan, born=True), post.row("o2", binh, born=True))
    await post.keep(post.row("o3", lan), post.row("o4", binh))
    await post.rounds()

    assert (post.seen(lan), post.seen(binh)) == ([], ["o2", "o4"])
    assert post.calls == 3


async def test_what_waits_is_not_overtaken(post: Post, lan: Person) -> None:
    post.fake.fault("sendMessage", Fault(status=429, retry_after=7))
    await post.send(*(post.row(key, lan, born=True) for key in ("o1", "o2")))
    await post.keep(post.row("o3", lan))
    await post.rounds()
    assert post.calls == 1

    post.clock.ms += 7 * SECOND
    await post.rounds()
    assert post.seen(lan) == ["o1", "o2", "o3"]


async def test_an_answer_waits_as_long_as_bulk_was_told_to(post: Post, lan: Person) -> None:
    await post.round()
    post.fake.fault("sendMessage", Fault(status=429, retry_after=7))
    await post.keep(post.row("o1", lan, urgency="bulk"))
    await post.rounds()
    await post.send(post.row("o2", lan, born=True))
    await post.rounds()
    assert post.calls == 1

    post.clock.ms += 7 * SECOND
    await post.rounds()
    assert post.seen(lan) == ["o2", "o1"]


@pytest.mark.parametrize("fault", REFUSED, ids=str)
async def test_what_certainly_did_not_arrive_is_sent_until_it_does(
    post: Post, lan: Person, fault: Fault
) -> None:
    post.fake.fault("sendMessage", fault, times=4)
    await post.send(post.row("o1", lan, born=True))
    for _ in range(4):
        post.clock.ms += 60 * MINUTE
        await post.rounds()

    assert (post.seen(lan), await post.states()) == (["o1"], {"o1": "sent"})
    assert post.calls == 5


async def test_while_telegram_is_away_nothing_is_lost_and_the_order_is_kept(
    post: Post, lan: Person
) -> None:
    await post.fake.take_down()
    await post.send(*(post.row(key, lan, born=True) for key in ("o1", "o2", "o3")))
    post.clock.ms += 60 * MINUTE
    await post.rounds()
    await post.fake.bring_up()
    post.clock.ms += 60 * MINUTE
    await post.rounds()

    assert post.seen(lan) == ["o1", "o2", "o3"]


async def test_pauses_grow(post: Post, lan: Person) -> None:
    post.fake.fault("sendMessage", Fault(status=500), times=None)
    await post.send(post.row("o1", lan, born=True))
    calls = []
    for pause in (5, 30, 120, 600, 3600):
        post.clock.ms += pause * SECOND - 1
        await post.rounds()
        calls.append(post.calls)
        post.clock.ms += 1
        await post.rounds()

    assert calls == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("fault", AMBIGUOUS, ids=str)
async def test_what_may_have_arrived_is_sent_once_more(
    post: Post, lan: Person, fault: Fault
) -> None:
    post.fake.fault("sendMessage", fault)
    await post.send(post.row("o1", lan, born=True))
    assert await post.states() == {"o1": "pending"}

    post.clock.ms += MINUTE
    await post.rounds()
    assert await post.states() == {"o1": "sent"}
    assert set(post.seen(lan)) == {"o1"}


@pytest.mark.parametrize("fault", ACTED, ids=str)
async def test_what_may_have_arrived_twice_is_unknown_and_listed(
    post: Post, lan: Person, fault: Fault
) -> None:
    post.fake.fault("sendMessage", fault, times=None)
    await post.send(post.row("o1", lan, born=True))
    for _ in range(3):
        post.clock.ms += 60 * MINUTE
        await post.rounds()

    assert post.seen(lan) == ["o1", "o1"]
    async with post.db.reading() as tx:
        assert [row.id for row in await undelivered(tx)] == ["o1"]


@pytest.mark.parametrize("fault", ACTED, ids=str)
async def test_what_must_not_arrive_twice_is_unknown_at_once(
    post: Post, lan: Person, fault: Fault
) -> None:
    post.fake.fault("sendMessage", fault)
    await post.send(post.row("o1", lan, born=True, say={"text": "o1", "once": True}))
    post.clock.ms += 60 * MINUTE
    await post.rounds()

    assert (post.seen(lan), await post.states()) == (["o1"], {"o1": "unknown"})


async def test_behind_what_is_unknown_the_chat_goes_on(post: Post, lan: Person) -> None:
    post.fake.fault("sendMessage", Fault(cut_after=True))
    once = {"text": "o1", "once": True}
    await post.send(post.row("o1", lan, born=True, say=once), post.row("o2", lan, born=True))

    assert post.seen(lan) == ["o1", "o2"]


async def test_what_can_never_be_sent_has_failed_and_holds_nothing_up(
    post: Post, lan: Person
) -> None:
    post.fake.fault("sendMessage", Fault(status=400, description="Bad Request: no"))
    await post.send(*(post.row(key, lan, born=True) for key in ("o1", "o2")))

    assert await post.states() == {"o1": "failed", "o2": "sent"}
    async with post.db.reading() as tx:
        assert await tx.rows("SELECT error FROM outbox WHERE id = 'o1'") == [
            ("400 Bad Request: no",)
        ]


async def test_what_nobody_could_take_for_a_day_has_expired(post: Post, lan: Person) -> None:
    post.fake.fault("sendMessage", Fault(status=500), times=None)
    await post.send(post.row("o1", lan, born=True))
    post.clock.ms += GIVE_UP_MS + 1
    await post.rounds()

    assert await post.states() == {"o1": "expired"}


async def test_after_a_day_of_doubt_it_is_unknown(post: Post, lan: Person) -> None:
    post.fake.fault("sendMessage", Fault(cut_before=True))
    post.fake.fault("sendMessage", Fault(status=500), times=None)
    await post.send(post.row("o1", lan, born=True))
    post.clock.ms += GIVE_UP_MS + 1
    await post.rounds()

    assert await post.states() == {"o1": "unknown"}


@pytest.mark.parametrize("say", [{"no": "text"}, {"text": 5}, {"text": "o1", "rows": 5}], ids=str)
async def test_a_row_the_channel_breaks_on_is_no_end_of_the_chat(
    post: Post, lan: Person, say: dict[str, Any]
) -> None:
    await post.send(post.row("o1", lan, born=True, say=say), post.row("o2", lan, born=True))
    post.clock.ms += MINUTE
    await post.rounds()

    assert await post.states() == {"o1": "unknown", "o2": "sent"}


async def test_what_is_for_somebody_who_blocks_us_is_put_aside_and_tried_no_more(
    post: Post, lan: Person
) -> None:
    async with post.db.writing() as tx:
        await people.greet(tx, [people.Newcomer(post.chat(lan), "a1", "p1")], at=1, language="vi")
    await lan.blocks()
    await post.send(*(post.row(key, lan, born=True) for key in ("o1", "o2")))
    post.clock.ms += 60 * MINUTE
    await post.rounds()

    assert (await post.states(), post.calls) == ({"o1": "parked", "o2": "parked"}, 1)
    async with post.db.reading() as tx:
        assert await tx.rows("SELECT state FROM addresses") == [("blocked",)]


async def test_what_a_dead_process_may_have_said_to_who_blocks_us_is_listed_not_put_aside(
    post: Post, lan: Person
) -> None:
    await post.keep(post.row("o1", lan, born=True), post.row("o2", lan))
    await lan.blocks()
    post.clock.ms += lease.MS
    heir = post.another("heir")
    await heir.rounds()

    assert await post.states() == {"o1": "unknown", "o2": "parked"}
    async with post.db.reading() as tx:
        assert [row.id for row in await undelivered(tx)] == ["o1"]

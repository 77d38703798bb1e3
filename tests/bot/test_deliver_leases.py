import asyncio

from bot import lease
from bot.bell import Bell
from bot.presence import Known
from bot.receive import Receiving
from storage.database import Unavailable
from storage.people import Newcomer, greet
from tests.bot.faulty import FaultyDatabase
from tests.bot.posting import Post
from tests.bot.scene import said
from tests.fakes.telegram import Fault, Person
from tests.hamlet import hamlet, settle_in

DAY = 24 * 3_600_000


async def calling(post: Post, count: int = 1) -> None:
    """Return when so many messages are on their way."""
    await post.fake.called("sendMessage", count)


async def test_a_stop_finishes_what_is_being_sent_and_hands_back_the_rest(
    post: Post, lan: Person
) -> None:
    post.fake.fault("sendMessage", Fault(delay_after=0.05))
    rows = [post.row(key, lan, born=True) for key in ("o1", "o2", "o3")]
    await post.keep(*rows)
    post.deliver.send_now(rows)
    await calling(post)
    await post.deliver.stop()
    assert await post.states() == {"o1": "sent", "o2": "pending", "o3": "pending"}

    after = post.another("after")
    await after.rounds()
    assert post.seen(lan) == ["o1", "o2", "o3"]


async def test_what_is_claimed_at_the_stop_is_handed_back(post: Post, lan: Person) -> None:
    await post.keep(post.row("o1", lan))
    await post.deliver.start(alone=True)
    await post.deliver.stop()

    states = await post.states()
    assert (states, len(post.seen(lan))) in [({"o1": "pending"}, 0), ({"o1": "sent"}, 1)]


async def test_a_process_whose_lease_ran_out_cannot_mark_its_row(post: Post, lan: Person) -> None:
    post.fake.fault("sendMessage", Fault(cut_before=True), nth=2)
    slow, row = post, post.row("o1", lan, born=True)
    await slow.keep(row)
    slow.deliver.send_now([row])
    await asyncio.wait(slow.deliver._tasks)
    post.clock.ms += lease.MS
    quick = post.another("quick")
    await quick.round()

    await slow.rest()
    assert await post.states() == {"o1": "unknown"}


async def test_rows_of_a_dead_process_are_sent_by_the_next_at_most_once_more(
    post: Post, lan: Person
) -> None:
    rows = [post.row(key, lan, born=True) for key in ("o1", "o2")]
    await post.keep(*rows)
    post.deliver.send_now(rows[:1])
    await asyncio.wait(post.deliver._tasks)  # and then it dies, before it marks anything
    after = post.another("after")
    await after.deliver.start(alone=True)
    await after.fake.bubble(lan, 3)
    await after.deliver.stop()

    assert post.seen(lan) == ["o1", "o1", "o2"]
    assert await post.states() == {"o1": "sent", "o2": "sent"}


async def test_what_must_not_arrive_twice_is_not_sent_for_the_dead(post: Post, lan: Person) -> None:
    await post.keep(post.row("o1", lan, born=True, say={"text": "o1", "once": True}))
    after = post.another("after")
    post.clock.ms += lease.MS
    await after.rounds()

    assert (await post.states(), post.seen(lan)) == ({"o1": "unknown"}, [])


async def test_of_a_row_two_processes_died_with_nobody_knows(post: Post, lan: Person) -> None:
    await post.keep(post.row("o1", lan, born=True))
    for name in ("second", "third"):
        post.clock.ms += lease.MS
        dying = post.another(name)
        dying.deliver.send_now = lambda rows: None  # type: ignore[method-assign] # noqa: ARG005 - it dies here
        await dying.deliver._claim_due()
        await dying.rest()

    assert (await post.states(), post.seen(lan)) == ({"o1": "unknown"}, [])


async def test_while_the_lease_runs_nobody_else_sends_the_row(post: Post, lan: Person) -> None:
    await post.keep(post.row("o1", lan, born=True))
    post.clock.ms += lease.MS - 1
    await post.another("other").rounds()

    assert post.seen(lan) == []


async def test_a_row_with_little_left_of_its_lease_is_given_back_not_sent(
    post: Post, lan: Person
) -> None:
    row = post.row("o1", lan, born=True)
    await post.keep(row)
    post.clock.ms += lease.MS - lease.CALL_MS + 1
    post.deliver.send_now([row])
    await post.rest()
    assert (await post.states(), post.seen(lan)) == ({"o1": "pending"}, [])

    await post.rounds()
    assert post.seen(lan) == ["o1"]


async def test_a_call_that_outlasts_its_lease_is_not_made_again_by_ourselves(
    post: Post, lan: Person
) -> None:
    post.fake.fault("sendMessage", Fault(delay_after=0.05))
    once = {"text": "o1", "once": True}
    rows = [post.row("o1", lan, born=True, say=once), post.row("o2", lan, born=True)]
    await post.keep(*rows)
    post.deliver.send_now(rows)
    await calling(post)
    post.clock.ms += lease.MS + 1
    await post.rounds()
    await post.rest()
    await post.rounds()

    assert post.seen(lan) == ["o1", "o2"]
    assert await post.states() == {"o1": "sent", "o2": "sent"}


async def test_a_doubt_that_cannot_be_written_at_the_stop_is_not_forgotten(
    post: Post, lan: Person
) -> None:
    struck: list[str] = []

    def strike(sql: str, _params: object) -> None:
        if "SET state = 'pending'" in sql and not struck:
            struck.append(sql)
            raise Unavailable("locked")

    post.deliver._marks._db = FaultyDatabase(post.db, strike)
    post.fake.fault("sendMessage", Fault(delay_after=0.05, cut_after=True))
    rows = [post.row("o1", lan, born=True), post.row("o2", lan, born=True)]
    await post.keep(*rows)
    post.deliver.send_now(rows)
    await calling(post)
    await post.deliver.stop()

    assert await post.states() == {"o1": "sending", "o2": "pending"}


async def test_a_wall_clock_set_back_sends_nothing_twice(post: Post, lan: Person) -> None:
    await post.send(post.row("o1", lan, born=True))
    post.clock.ms -= 2 * 3_600_000
    await post.rounds()

    assert post.seen(lan) == ["o1"]


async def known(post: Post, person: Person) -> Known:
    async with post.db.writing() as tx:
        await greet(tx, [Newcomer(post.chat(person), "a1", "p1")], at=1, language="vi")
    return Known(post.deliver, post.clock)


async def test_what_arrived_before_the_block_is_not_put_aside(post: Post, lan: Person) -> None:
    presence, row = await known(post, lan), post.row("o1", lan, born=True)
    await post.keep(row)
    post.deliver.send_now([row])
    await asyncio.wait(post.deliver._tasks)
    await presence.blocked(*post.chat(lan))

    assert await post.states() == {"o1": "sent"}


async def test_who_unblocks_us_is_sent_what_was_put_aside_but_nothing_old(
    post: Post, lan: Person
) -> None:
    presence = await known(post, lan)
    await lan.blocks()
    await presence.blocked(*post.chat(lan))
    old = post.row("o1", lan, state="parked", created_at=post.clock.ms - DAY - 1)
    await post.keep(old, post.row("o2", lan, state="parked"), post.row("o3", lan, state="parked"))
    await lan.unblocks()
    await presence.opened(*post.chat(lan))
    await post.rounds()

    assert post.seen(lan) == ["o2", "o3"]
    assert await post.states() == {"o1": "expired", "o2": "sent", "o3": "sent"}


async def writes(post: Post, person: Person, *words: str) -> Receiving:
    """Let somebody write to the whole assistant, one message after the other."""
    world = hamlet(post.db)
    world.clock.ms = post.clock.ms
    receive = Receiving(post.db, world.shell, post.deliver, Bell())
    receive.start()
    for word in words:
        await receive.take(said(word, post.chat(person)))
        await post.rest()
    await receive.stop()
    return receive


async def test_whoever_blocked_us_and_writes_is_answered_behind_what_was_put_aside(
    post: Post, lan: Person
) -> None:
    post.deliver._lease = post.deliver._marks._lease = "test"
    await known(post, lan)
    await lan.blocks()
    await writes(post, lan, "xin chào")
    assert set((await post.states()).values()) == {"parked"}

    lan.chat.blocked = False  # Telegram tells nobody of it
    post.deliver._look.clear()
    await writes(post, lan, "dk")
    assert post.deliver._look.is_set()
    await post.rounds()
    assert set((await post.states()).values()) == {"sent"}
    assert len(post.seen(lan)) == 2


async def test_a_new_answer_goes_behind_one_that_waits(post: Post, lan: Person) -> None:
    post.deliver._lease = post.deliver._marks._lease = "test"
    async with post.db.writing() as tx:
        await settle_in(tx)
    post.fake.fault("sendMessage", Fault(status=500))
    await writes(post, lan, "xin chào", "đồng ý")
    assert post.seen(lan) == []

    post.clock.ms += 60_000
    await post.rounds()
    first, second = post.seen(lan)
    assert ("tự động" in first, "họ tên" in second) == (True, True)

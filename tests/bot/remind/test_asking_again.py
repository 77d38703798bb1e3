"""A planned message that had to wait is asked of the rules again before it goes."""

from dataclasses import replace

import pytest

from bot.bell import Bell
from bot.clock import DAY_MS
from bot.deliver import Deliverer
from bot.parking import welcome_back
from bot.remind.asking_again import AskingAgain
from bot.remind.planner import Planner
from rules.occurrences import Due
from storage import outbox, reminder_choices
from tests.bot.posting import Post
from tests.bot.remind.planning import Errand, Errands, day, errand, ledger
from tests.bot.scene import reach
from tests.fakes.telegram import Person
from tests.hamlet import Hamlet, hamlet, settle_in

A_WHILE = 120_000


@pytest.fixture
def errands() -> Errands:
    return Errands()


@pytest.fixture
async def waiting(post: Post, lan: Person, errands: Errands) -> Hamlet:
    """Give Páo, at Lan's phone, planning as at home, and nothing sent yet."""
    world = hamlet(post.db)
    async with post.db.writing() as tx:
        await settle_in(tx)
    await reach(world, "pao", post.chat(lan))
    world.clock.ms = post.clock.ms
    again = AskingAgain(world.shell, [errands])
    channels = {"telegram": post.telegram}
    post.clock = world.clock
    post.deliver = Deliverer(post.db, channels, world.clock, lease="ours", again=again)
    return world


async def plan(world: Hamlet, post: Post, errands: Errands) -> None:
    await Planner(world.db, world.shell, post.deliver, Bell(), [errands]).plan(world.clock.ms)


async def test_what_is_fresh_goes_as_it_is(
    waiting: Hamlet, post: Post, lan: Person, errands: Errands
) -> None:
    errands.all = [errand("bees")]
    await plan(waiting, post, errands)
    errands.now_why["errand:bees"] = "met"
    await post.rounds()

    assert post.seen(lan) == ["bees"]


async def test_what_is_not_owed_any_more_is_dropped_with_its_reason(
    waiting: Hamlet, post: Post, lan: Person, errands: Errands
) -> None:
    errands.all = [errand("bees")]
    await plan(waiting, post, errands)
    errands.now_why["errand:bees"] = "withdrawn"
    waiting.clock.ms += A_WHILE
    await post.rounds()

    assert post.seen(lan) == []
    assert list((await post.states()).values()) == ["dropped"]
    assert await ledger(post.db) == [("bees", "withdrawn")]


async def test_what_is_partly_owed_says_only_that(
    waiting: Hamlet, post: Post, lan: Person, errands: Errands
) -> None:
    errands.all = [errand("bees"), errand("fish")]
    await plan(waiting, post, errands)
    errands.now_why["errand:bees"] = "met"
    waiting.clock.ms += A_WHILE
    await post.rounds()

    assert post.seen(lan) == ["fish"]
    assert await ledger(post.db) == [("bees", "met"), ("fish", "")]


async def test_what_waits_into_the_night_goes_in_the_morning(
    waiting: Hamlet, post: Post, lan: Person, errands: Errands
) -> None:
    errands.all = [errand("bees", day=day("2027-03-16"))]
    await plan(waiting, post, errands)
    waiting.clock.set("2027-03-16 21:30")
    await post.rounds()
    assert post.seen(lan) == []

    waiting.clock.set("2027-03-17 06:31")
    await post.rounds()
    assert post.seen(lan) == ["bees"]


async def test_who_has_done_something_about_it_meanwhile_is_not_reminded(
    waiting: Hamlet, post: Post, lan: Person, errands: Errands
) -> None:
    errands.all = [errand("bees")]
    await plan(waiting, post, errands)
    waiting.clock.ms += A_WHILE
    async with post.db.writing() as tx:
        await reminder_choices.answered(tx, [("pao", "errand:bees")], at=waiting.clock.ms)
    await post.rounds()

    assert post.seen(lan) == []
    assert await ledger(post.db) == [("bees", "answered")]


async def test_what_cannot_be_asked_again_waits_and_holds_nothing_up(
    waiting: Hamlet, post: Post, lan: Person, errands: Errands, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(tx: object, *_: object) -> list[Due]:
        await tx.rows("SELECT nothing")  # type: ignore[attr-defined] # a transaction
        return []

    errands.all = [errand("bees")]
    await plan(waiting, post, errands)
    monkeypatch.setattr(Errands, "again", broken)
    waiting.clock.ms += A_WHILE
    await post.keep(post.row("answer", lan))
    await post.rounds()

    assert post.seen(lan) == ["answer"]
    assert sorted((await post.states()).values()) == ["pending", "sent"]


async def test_one_that_cannot_be_worded_any_more_holds_no_other_up(
    waiting: Hamlet, post: Post, lan: Person, errands: Errands
) -> None:
    hanh = post.fake.person("Hạnh")
    hanh.chat.known = True
    await reach(waiting, "hanh", post.chat(hanh))
    errands.all = [errand("bees"), errand("fish", "hanh")]
    await plan(waiting, post, errands)
    errands.all[0] = replace(errands.all[0], facts=Errand("bad"))
    waiting.clock.ms += A_WHILE
    await post.rounds()

    assert (post.seen(lan), post.seen(hanh)) == ([], ["fish"])


async def test_who_comes_back_after_days_is_told_what_is_still_owed(
    waiting: Hamlet, post: Post, lan: Person, errands: Errands
) -> None:
    errands.all = [errand("bees"), errand("fish")]
    await plan(waiting, post, errands)
    async with post.db.writing() as tx:
        await outbox.park(tx, post.chat(lan), now=waiting.clock.ms)
    waiting.clock.ms += 3 * DAY_MS
    errands.now_why["errand:fish"] = "met"
    async with post.db.writing() as tx:
        await welcome_back(tx, post.chat(lan), now=waiting.clock.ms)
    waiting.clock.set("2027-03-19 20:00")
    await post.rounds()

    assert post.seen(lan) == ["bees"]
    assert await ledger(post.db) == [("bees", ""), ("fish", "met")]


async def test_what_a_clock_set_back_has_not_come_to_is_asked_again(
    waiting: Hamlet, post: Post, lan: Person, errands: Errands
) -> None:
    errands.all = [errand("bees")]
    await plan(waiting, post, errands)
    errands.now_why["errand:bees"] = "met"
    waiting.clock.ms -= 2 * 3_600_000
    await post.rounds()

    assert post.seen(lan) == []


async def test_a_clock_set_back_holds_nothing_up(waiting: Hamlet, post: Post, lan: Person) -> None:
    await post.round()
    later = post.clock.ms + 5_000
    await post.keep(post.row("o1", lan, not_before=later, urgency="bulk"))
    waiting.clock.ms -= 2 * 3_600_000
    await post.rounds()

    assert post.seen(lan) == ["o1"]

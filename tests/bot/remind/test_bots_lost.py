from bot.remind.sources.bots import AFTER_MS, BOTS_LOST
from storage import bots, humans, people
from storage.chats import Chat
from storage.people import ConsentAnswer
from tests.bot.ordering import HANH
from tests.bot.remind.planning import planner
from tests.bot.scene import bubbles, found_says, reach, web
from tests.hamlet import Hamlet

ZALO, BOT = "zalo", "1459"
PAO = Chat(ZALO, BOT, "a0c01")


async def lose(world: Hamlet) -> None:
    """Let the bot that Páo has alone, and Lúa beside the web page, have lost its token."""
    await reach(world, "hanh", HANH)
    await reach(world, "pao", PAO)
    await reach(world, "lua", Chat(ZALO, BOT, "b0c01"), web("b1"))
    async with world.db.writing() as tx:
        await bots.seen(tx, ZALO, BOT, name="Bot Khéo 1", at=1)
        await bots.refuse(tx, ZALO, BOT, at=world.clock.ms)


async def test_the_office_hears_once_of_a_bot_that_lost_its_token_and_whom_to_call(
    world: Hamlet,
) -> None:
    await lose(world)
    world.clock.ms += AFTER_MS
    for _ in range(2):
        await planner(world, BOTS_LOST).plan(world.clock.ms)

    (say,) = await found_says(world.db, HANH)
    assert "Bot Zalo “Bot Khéo 1” không gửi được tin từ 19 giờ 42" in say.text
    call = "1 người chỉ dùng kênh này, đề nghị đồng chí gọi điện:"
    assert f"{call}\n• Giàng A Páo" in say.text
    assert "Lúa" not in say.text


async def test_who_left_the_page_for_that_bot_is_called_too(world: Hamlet) -> None:
    await lose(world)
    async with world.db.writing() as tx:
        await tx.run("UPDATE addresses SET seen_at = 2 WHERE channel = 'zalo'")
    world.clock.ms += AFTER_MS
    await planner(world, BOTS_LOST).plan(world.clock.ms)

    (say,) = await found_says(world.db, HANH)
    assert "2 người chỉ dùng kênh này" in say.text
    assert "• Lê Thị Lúa" in say.text


async def test_a_bot_that_loses_its_token_once_more_is_told_of_once_more(world: Hamlet) -> None:
    await lose(world)
    world.clock.ms += AFTER_MS
    await planner(world, BOTS_LOST).plan(world.clock.ms)
    async with world.db.writing() as tx:
        await bots.seen(tx, ZALO, BOT, name="Bot Khéo 1", at=2)
        await bots.refuse(tx, ZALO, BOT, at=world.clock.ms)
    world.clock.ms += AFTER_MS
    await planner(world, BOTS_LOST).plan(world.clock.ms)

    assert len(await found_says(world.db, HANH)) == 2


async def test_a_bot_that_is_back_by_then_is_not_told_of(world: Hamlet) -> None:
    await lose(world)
    async with world.db.writing() as tx:
        await bots.seen(tx, ZALO, BOT, name="Bot Khéo 1", at=2)
    world.clock.ms += AFTER_MS
    await planner(world, BOTS_LOST).plan(world.clock.ms)

    assert await bubbles(world.db, HANH) == []


async def test_nobody_is_told_anything_by_a_bot_that_lost_its_token(world: Hamlet) -> None:
    await lose(world)

    async with world.db.reading() as tx:
        known = await humans.with_chats(tx, ["lua", "pao"])
    assert (known["lua"].chats, known["pao"].chats) == ((web("b1"),), ())


async def test_a_bot_that_is_run_no_more_is_lost_and_may_come_back(world: Hamlet) -> None:
    async with world.db.writing() as tx:
        for bot in ("1", "2"):
            await bots.seen(tx, ZALO, bot, name=bot, at=1)
        await bots.only(tx, ZALO, ["2"], at=5)
        lost = [bot.refused_at for bot in await bots.of_channel(tx, ZALO)]
        await bots.seen(tx, ZALO, "1", name="1", at=6)
        back = [bot.refused_at for bot in await bots.of_channel(tx, ZALO)]

    assert (lost, back) == ([5, 0], [0, 0])


async def test_whoever_has_just_been_given_a_new_token_may_be_starting_again(
    world: Hamlet,
) -> None:
    await lose(world)
    world.clock.ms += AFTER_MS - 1
    await planner(world, BOTS_LOST).plan(world.clock.ms)

    assert await bubbles(world.db, HANH) == []


async def test_who_has_withdrawn_is_not_called(world: Hamlet) -> None:
    await lose(world)
    no = ConsentAnswer("c-no", "pao", "withdrawn", "1", "wording", ZALO, 2)
    async with world.db.writing() as tx:
        await people.consent(tx, [no])
    world.clock.ms += AFTER_MS
    await planner(world, BOTS_LOST).plan(world.clock.ms)

    (say,) = await found_says(world.db, HANH)
    assert "Không ai chỉ dùng riêng kênh này." in say.text

"""Where a bot may say only so much a month: what goes, what waits, what goes with an answer."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.turns import handle
from rules.budget import Meter
from storage.database import Database, open_database
from tests.bot.ordering import HANH
from tests.bot.remind.announced import announced
from tests.bot.remind.counted import ALLOWED, Counted, counted
from tests.bot.remind.owing_here import why
from tests.bot.scene import bubbles, reach, said, web
from tests.fakes.telegram import Fault

D7, D3, D1 = "2027-03-12 07:00", "2027-03-16 07:00", "2027-03-18 07:00"
SHORT = 90  # of 100: nothing is left for what can wait


@pytest.fixture
async def on_zalo(db: Database) -> AsyncIterator[Counted]:
    """Give the hamlet on Zalo."""
    async with counted(db) as made:
        yield made


@pytest.fixture
async def short(on_zalo: Counted) -> Counted:
    """Give the same in a month of which little is left."""
    on_zalo.world.clock.set("2027-03-01 07:00")
    await on_zalo.used(SHORT)
    return on_zalo


async def test_what_is_said_and_heard_is_counted(on_zalo: Counted) -> None:
    pao = await on_zalo.comes("pao")
    await on_zalo.plans(D7)
    await on_zalo.says(pao, "hạn")

    assert len(pao.bubbles) == 2
    assert await on_zalo.meter() == Meter(sent=2, received=1)


async def test_an_ordinary_reminder_waits_when_little_is_left(short: Counted) -> None:
    pao = await short.comes("pao")
    await short.plans(D7)

    assert pao.bubbles == []
    assert await short.rows() == [("pending", "budget")]


async def test_what_waits_goes_with_the_next_answer_in_one_message(short: Counted) -> None:
    pao = await short.comes("pao")
    await short.plans(D7)
    await short.says(pao, "mục chính")

    (bubble,) = pao.bubbles
    assert "còn 7 ngày" in bubble.text
    assert "1. Đăng ký" in bubble.text
    assert await short.rows() == [("dropped", "budget")]
    assert await why(short.db) == [("7", "")]


async def test_killed_before_the_commit_it_is_told_with_the_next_answer(short: Counted) -> None:
    pao = await short.comes("pao")
    await short.plans(D7)
    with pytest.raises(KeyboardInterrupt):
        await short.is_killed(pao, "mục chính")
    before = await short.rows()
    await short.says(pao, "mục chính")

    assert before == [("pending", "budget")]
    assert sum("còn 7 ngày" in bubble.text for bubble in pao.bubbles) == 1


async def test_killed_after_the_commit_it_is_told_once_with_its_answer(short: Counted) -> None:
    pao = await short.comes("pao")
    await short.plans(D7)
    await short.says(pao, "mục chính", sent=False)
    short.world.clock.ms += 120_000
    await short.goes()

    (bubble,) = pao.bubbles
    assert "còn 7 ngày" in bubble.text


async def test_of_two_who_write_at_one_moment_each_reads_their_own(short: Counted) -> None:
    people = [await short.comes(name) for name in ("pao", "lua")]
    await short.plans(D7)
    at, chats = short.world.clock.ms, [short.chat(phone) for phone in people]
    async with short.deliver.writing() as tx:
        both = [said("mục chính", chat, at=at, id=f"m:{chat.chat}") for chat in chats]
        handled = await handle(tx, both, short.shell)

    texts = [str(row.say["text"]) for row in handled.rows]
    assert ["Suối Đá" in text for text in texts] == [True, False]
    assert ["Thường Thạnh" in text for text in texts] == [False, True]


async def test_in_a_dialog_it_comes_before_the_question(short: Counted) -> None:
    pao = await short.comes("pao")
    await short.plans(D7)
    await short.says(pao, "lên lịch họp")

    (bubble,) = pao.bubbles
    told, _, question = bubble.text.partition("——")
    assert "còn 7 ngày" in told
    assert "1. Thường kỳ" in question


async def test_the_last_reminder_before_the_end_goes_though_little_is_left(short: Counted) -> None:
    pao = await short.comes("pao")
    for moment in (D7, D3, D1):
        await short.plans(moment)

    (bubble,) = pao.bubbles
    assert "hết 17 giờ 00 ngày mai" in bubble.text
    assert await why(short.db) == [("7", "budget"), ("3", "budget"), ("1", "")]


async def test_what_is_of_no_use_any_more_ends_for_want_of_messages(short: Counted) -> None:
    pao = await short.comes("pao")
    await short.plans(D7)
    await short.plans(D3)
    short.world.clock.set("2027-03-18 00:00")
    await short.goes()

    assert pao.bubbles == []
    assert await why(short.db) == [("7", "budget"), ("3", "budget")]


async def test_two_at_once_say_no_more_than_is_left(short: Counted) -> None:
    people = [await short.comes(name) for name in ("pao", "lua")]
    await short.used(1)  # nine are left, and eight are kept for answers
    await short.plans(D1)

    assert [len(phone.bubbles) for phone in people] in ([1, 0], [0, 1])
    assert await short.meter() == Meter(sent=92)


async def test_what_others_are_about_to_say_counts(on_zalo: Counted) -> None:
    pao, lua = [await on_zalo.comes(name) for name in ("pao", "lua")]
    on_zalo.world.clock.set("2027-03-18 06:59")
    await on_zalo.used(91)  # nine are left, and eight are kept for answers
    await on_zalo.says(lua, "hạn", sent=False)
    await on_zalo.plans(D1)

    assert pao.bubbles == []


async def test_what_may_have_arrived_counts_when_it_is_dropped(on_zalo: Counted) -> None:
    await on_zalo.comes("pao")
    on_zalo.fake.fault("sendMessage", Fault(cut_after=True))
    await on_zalo.plans(D7)
    on_zalo.world.clock.set("2027-03-18 00:00")
    await on_zalo.goes()

    assert await on_zalo.rows() == [("unknown", "ServerDisconnectedError")]
    assert await on_zalo.meter() == Meter(sent=1)


async def test_a_new_month_lets_go_what_waited(on_zalo: Counted) -> None:
    pao = await on_zalo.comes("pao")
    on_zalo.world.clock.set("2027-03-31 12:00")
    await on_zalo.used(99)
    await reach(on_zalo.world, "hanh", HANH)
    await announced(on_zalo.world)
    await on_zalo.plans("2027-03-31 12:05")
    told_then = len(pao.bubbles)
    for moment in ("2027-04-01 00:00", "2027-04-01 06:30"):  # at night nobody is told anything
        on_zalo.world.clock.set(moment)
        await on_zalo.goes()

    assert told_then == 0
    assert await on_zalo.meter() == Meter(sent=len(pao.bubbles)) == Meter(sent=1)


async def test_who_writes_nhac_reads_all_that_is_owed(short: Counted) -> None:
    pao = await short.comes("pao")
    await short.plans(D7)
    await short.says(pao, "NHẮC")
    await short.says(pao, "nhắc")

    first, second = pao.bubbles
    assert first.text.startswith("Việc trợ lý nhắc đồng chí:")
    assert "còn 7 ngày" in first.text
    assert second.text.startswith("Trợ lý không còn việc nào phải nhắc đồng chí.")


async def test_nhac_is_answered_at_night_and_where_they_write(short: Counted) -> None:
    await short.comes("pao")
    await short.plans(D7)
    short.world.clock.set("2027-03-12 22:00")
    await reach(short.world, "pao", web("w-pao"))
    for words in ("nhắc", "NHẮC"):
        async with short.deliver.writing() as tx:
            await handle(tx, [said(words, web("w-pao"), at=short.world.clock.ms)], short.shell)

    first, second = await bubbles(short.db, web("w-pao"))
    assert "còn 7 ngày" in first
    assert "không còn việc nào phải nhắc" in second
    assert await short.rows() == [("dropped", "budget")]


async def test_an_announcement_does_not_go_with_a_question_that_takes_its_answers(
    short: Counted,
) -> None:
    pao = await short.comes("pao")
    await short.used(3)
    await reach(short.world, "hanh", HANH)
    await announced(short.world)
    await short.plans("2027-03-01 07:10")
    for words in ("lên lịch họp", "HỦY", "mục chính"):
        await short.says(pao, words)

    told = [bubble.text for bubble in pao.bubbles if "THÔNG BÁO" in bubble.text]
    assert len(told) == 1
    assert "Đã rõ" in told[0]


async def test_what_went_with_an_answer_that_failed_is_told_by_itself(short: Counted) -> None:
    pao = await short.comes("pao")
    await short.plans(D7)
    short.fake.fault("sendMessage", Fault(status=400))
    await short.says(pao, "mục chính")
    await short.used(-SHORT)
    await short.plans("2027-03-12 08:00")

    (bubble,) = pao.bubbles
    assert "còn 7 ngày" in bubble.text
    assert await why(short.db) == [("7", "")]


async def test_what_failed_by_itself_is_not_told_again(on_zalo: Counted) -> None:
    await on_zalo.comes("pao")
    on_zalo.fake.fault("sendMessage", Fault(status=400))
    await on_zalo.plans(D7)
    await on_zalo.plans("2027-03-12 08:00")

    assert [state for state, _ in await on_zalo.rows()] == ["failed"]


async def test_what_may_have_arrived_does_not_go_with_an_answer_as_well(on_zalo: Counted) -> None:
    pao = await on_zalo.comes("pao")
    on_zalo.fake.fault("sendMessage", Fault(cut_after=True))
    await on_zalo.plans(D7)
    await on_zalo.says(pao, "mục chính")

    assert sum("còn 7 ngày" in bubble.text for bubble in pao.bubbles) == 1


async def test_a_clock_set_back_over_the_end_of_a_month_holds_nothing_for_it(
    short: Counted,
) -> None:
    pao = await short.comes("pao")
    await short.plans(D7)
    short.world.clock.set("2027-03-13 07:00")  # it was a day ahead, and is held a day more
    await short.goes()
    short.world.clock.set(D7)
    await short.used(-SHORT)
    await short.goes()

    assert len(pao.bubbles) == 1


async def test_two_processes_share_what_is_left(postgres_tables_url: str) -> None:
    db = await open_database(postgres_tables_url)
    async with counted(db) as world:
        world.world.clock.set("2027-03-18 06:50")
        await world.used(ALLOWED - 9)  # eight are kept for answers
        for name in ("pao", "lua"):
            await world.comes(name)
        world.world.clock.set(D1)
        await world.planner.plan(world.world.clock.ms)
        async with db.writing() as tx:
            first = await world.claims(tx)
            other = asyncio.create_task(world.claims_alone())
            await asyncio.wait({other}, timeout=0.3)  # it is as far as it gets before we are done
        second = await other
    await db.close()

    assert [len(first), len(second)] == [1, 0]

"""The end of a bot's month: the office hears of it, people get another way, nobody is cut off."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.carry_out.order import answers
from rules.announcement_requests import AudienceOf, BotReach
from rules.budget import Plan
from rules.office_requests import WaitingFor
from rules.spending import SpendingOf
from storage import bots, meters
from storage.database import Database
from tests.bot.ordering import HANH
from tests.bot.remind.counted import Counted, counted
from tests.bot.remind.owing_here import why
from tests.bot.scene import bubbles, reach, web
from tests.fakes.zalo import Chat

NAME = "Bot Dân vận khéo"


@pytest.fixture
async def month(db: Database) -> AsyncIterator[Counted]:
    """Give the hamlet on Zalo on a morning in March, with Hạnh on the web page."""
    async with counted(db) as made:
        await reach(made.world, "hanh", HANH)
        made.world.clock.set("2027-03-30 08:00")
        async with made.db.writing() as tx:
            await bots.seen(tx, *made.bot, name=NAME, at=1)
        yield made


async def goes_through_the_day(world: Counted, hours: int) -> None:
    for _ in range(hours):
        world.world.clock.ms += 3_600_000
        await world.goes()


async def left_unanswered(month: Counted) -> Chat:
    """Let Páo be answered once, then write when nothing is left; a day passes."""
    pao = await month.comes("pao")
    bot = month.fake.bots[0]
    bot.meter.plan = replace(bot.meter.plan, messages=1)
    await month.says(pao, "hạn")
    await month.says(pao, "mục chính")
    await goes_through_the_day(month, 26)
    return pao


async def test_the_office_hears_once_of_eighty_per_cent(month: Counted) -> None:
    await month.comes("pao")
    await month.used(79)
    await month.plans("2027-03-30 08:05")
    before = await bubbles(month.db, HANH)
    await month.used(1)
    for moment in ("2027-03-30 08:10", "2027-03-30 09:00", "2027-03-31 09:00"):
        await month.plans(moment)

    (said,) = await bubbles(month.db, HANH)
    assert before == []
    assert f"Bot Zalo “{NAME}” đã dùng 80/100 tin của tháng này." in said
    assert "Từ thứ Năm 1/4/2027 trở lại bình thường." in said


async def test_the_office_hears_once_more_when_nothing_is_left(month: Counted) -> None:
    await month.comes("pao")
    await month.used(80)
    await month.plans("2027-03-30 08:05")
    await month.says_no_more()
    for moment in ("2027-03-30 08:10", "2027-03-30 09:00"):
        await month.plans(moment)

    most, spent = await bubbles(month.db, HANH)
    assert "đã dùng 80/100 tin" in most
    assert "đã hết" in spent


async def test_it_stands_at_the_desk_with_what_is_held(month: Counted) -> None:
    await month.used(85)
    async with month.db.reading() as tx:
        ((spending,), mine) = await answers(
            tx, [("hanh", SpendingOf("khoi")), ("pao", SpendingOf("khoi"))], month.shell
        )

    assert (spending.used, spending.allowed, spending.name) == (85, 100, NAME)
    assert mine == ()


async def test_near_the_end_each_person_reads_once_how_to_go_on_elsewhere(month: Counted) -> None:
    pao = await month.comes("pao")
    await month.used(95)
    for words in ("hạn", "mục chính"):
        await month.says(pao, words)

    first, second = [bubble.text for bubble in pao.bubbles]
    assert "đồng chí mở https://kheo.example và nhập mã" in first
    assert "nhập mã" not in second


async def test_where_only_answers_go_the_office_is_not_told_that_urgent_things_do(
    month: Counted,
) -> None:
    await month.comes("pao")
    month.world.clock.set("2027-03-01 08:00")
    await month.used(93)
    await month.plans("2027-03-01 08:05")

    (told,) = await bubbles(month.db, HANH)
    assert "đã dùng 93/100 tin của tháng này. Số còn lại để trả lời" in told
    assert "gọi điện" in told


async def test_what_tells_of_it_is_not_among_what_waits(month: Counted) -> None:
    await month.comes("pao")
    hanh = await month.comes("hanh")
    month.world.clock.set("2027-03-12 07:00")
    await month.used(93)
    await month.plans("2027-03-12 07:00")
    await month.says(hanh, "mục chính")

    assert "1 tin đang chờ." in hanh.bubbles[0].text


async def test_who_waits_while_zalo_is_away_is_answered_not_called(month: Counted) -> None:
    pao = await month.comes("pao")
    async with month.db.writing() as tx:  # what was the matter last month is over
        await meters.spend(tx, bot=month.bot, month="2027-02", at=1)
    await month.fake.take_down()
    await month.says(pao, "hạn")
    await month.plans("2027-03-30 08:30")
    async with month.db.reading() as tx:
        asked = [("hanh", WaitingFor("khoi", "can-tho-khoi", 2027))]
        (waiting,) = await answers(tx, asked, month.shell)
    await month.fake.bring_up()
    await goes_through_the_day(month, 2)

    assert waiting.unanswered == ()
    assert [bubble.text[:7] for bubble in pao.bubbles] == ["Các hạn"]


async def test_who_has_not_agreed_is_given_no_code(month: Counted) -> None:
    newcomer = month.fake.person("Mới").at(month.fake.bots[0])
    await newcomer.writes("chào")
    await month.used(96)
    await month.says(newcomer, "chào")

    assert "nhập mã" not in newcomer.bubbles[0].text


async def test_while_nothing_is_left_nobody_is_told_that_it_goes_on(month: Counted) -> None:
    await left_unanswered(month)
    await month.plans("2027-03-31 11:00")

    assert "again" not in [step for step, _ in await why(month.db)]


async def test_who_was_not_answered_is_on_the_offices_list(month: Counted) -> None:
    await left_unanswered(month)
    async with month.db.reading() as tx:
        asked = [("hanh", WaitingFor("khoi", "can-tho-khoi", 2027))]
        (waiting,) = await answers(tx, asked, month.shell)

    assert [(one.name, one.unit) for one in waiting.unanswered] == [
        ("Giàng A Páo", "Chi bộ bản Suối Đá")
    ]


async def test_in_the_new_month_they_are_told_once_that_they_are_answered_again(
    month: Counted,
) -> None:
    pao = await left_unanswered(month)
    month.fake.bots[0].meter.plan = replace(month.fake.bots[0].meter.plan, messages=3_000)
    for moment in ("2027-04-01 08:00", "2027-04-01 08:05", "2027-04-02 08:00"):
        await month.plans(moment)

    again = [bubble.text for bubble in pao.bubbles[1:]]
    assert sum("Trợ lý đã nhắn lại được cho đồng chí." in text for text in again) == 1
    assert sum("Từ ngày 30/3/2027, tin của trợ lý ở đây" in text for text in again) == 1


async def test_an_answer_of_the_last_evening_goes_in_the_new_month(month: Counted) -> None:
    pao = await month.comes("pao")
    bot = month.fake.bots[0]
    bot.meter.plan = replace(bot.meter.plan, messages=1)
    month.world.clock.set("2027-03-31 20:00")
    await month.says(pao, "hạn")
    await month.says(pao, "mục chính")
    bot.meter.plan = replace(bot.meter.plan, messages=3_000)
    await goes_through_the_day(month, 6)

    assert len(pao.bubbles) == 2


async def test_who_has_the_page_as_well_is_answered_there(month: Counted) -> None:
    pao = await month.comes("pao")
    await reach(month.world, "pao", web("w-pao"))
    bot = month.fake.bots[0]
    bot.meter.plan = replace(bot.meter.plan, messages=1)
    await month.says(pao, "hạn")
    await month.says(pao, "mục chính")

    assert len(await bubbles(month.db, web("w-pao"))) == 1


async def test_before_an_announcement_it_is_known_what_each_bot_has_left(month: Counted) -> None:
    await month.comes("pao")
    await month.used(60)
    month.world.shell = replace(month.shell, plans={"zalo": Plan(100, 50, both=True)})
    async with month.db.reading() as tx:
        asked = [("hanh", AudienceOf("khoi", "can-tho-khoi", 2027))]
        (reach_,) = await answers(tx, asked, month.shell)

    assert reach_.bots == (BotReach("zalo", NAME, 1, 40, 38, both=True),)

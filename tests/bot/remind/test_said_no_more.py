"""Where Zalo itself says that nothing is left: what is tried, what waits, what goes elsewhere."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.bot.remind.counted import Counted, counted
from tests.bot.scene import bubbles, reach, web
from tests.fakes.telegram import Fault

D7, D3, D1 = "2027-03-12 07:00", "2027-03-16 07:00", "2027-03-18 07:00"


@pytest.fixture
async def on_zalo(db: Database) -> AsyncIterator[Counted]:
    """Give the hamlet on Zalo in the morning of the first reminder's day before."""
    async with counted(db) as made:
        made.world.clock.set("2027-03-11 07:00")
        yield made


async def test_where_zalo_says_no_more_one_message_tries_a_day_later(on_zalo: Counted) -> None:
    people = [await on_zalo.comes(name) for name in ("pao", "lua")]
    await on_zalo.says_no_more()
    seen = []
    for moment in (D7, "2027-03-12 08:00", "2027-03-12 09:00"):
        await on_zalo.plans(moment)
        seen.append(sum(len(phone.bubbles) for phone in people))

    assert seen == [1, 2, 2]


async def test_while_zalo_says_no_more_it_is_asked_once_a_day(db: Database) -> None:
    async with counted(db, served=1) as world:
        pao = await world.comes("pao")
        await world.plans(D7)
        await world.says(pao, "hạn")
        await world.plans("2027-03-13 07:30")  # a day later the answer is tried once more
        calls = len(world.fake.calls)
        for moment in (D3, "2027-03-16 08:30", "2027-03-16 12:00"):
            await world.plans(moment)

        assert (await world.meter()).spent_at
        assert len(world.fake.calls) == calls + 1
        assert len(pao.bubbles) == 1
        assert await world.rows() == [("sent", ""), ("pending", "budget")]


async def test_while_zalo_says_no_more_who_has_another_chat_is_told_there(
    on_zalo: Counted,
) -> None:
    pao = await on_zalo.comes("pao")
    await reach(on_zalo.world, "pao", web("w-pao"))
    await on_zalo.says(pao, "hạn")
    on_zalo.fake.fault("sendMessage", Fault(status=429), times=None)
    await on_zalo.says_no_more()
    await on_zalo.plans(D1)

    (told,) = await bubbles(on_zalo.db, web("w-pao"))
    assert "hết 17 giờ 00 ngày mai" in told


async def test_what_is_owed_does_not_go_with_an_answer_that_can_not(on_zalo: Counted) -> None:
    pao = await on_zalo.comes("pao")
    await on_zalo.says_no_more()
    await on_zalo.plans("2027-03-12 06:59")
    await on_zalo.plans("2027-03-12 07:00")
    await on_zalo.says(pao, "mục chính")

    assert "còn 7 ngày" not in pao.bubbles[0].text
    assert await on_zalo.rows() == [("pending", "budget")]

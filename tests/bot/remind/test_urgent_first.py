"""Of several things owed to people what is urgent goes first; a closed chat gets none of it."""

from collections.abc import AsyncIterator

import pytest

from bot.remind import attaching
from rules.announcing import Audience
from storage.database import Database
from tests.bot.ordering import HANH
from tests.bot.remind.announced import announced
from tests.bot.remind.counted import Counted, counted
from tests.bot.remind.planning import Errands, errand, planner
from tests.bot.scene import reach
from tests.fakes.telegram import Fault

D7, D3 = "2027-03-12 07:00", "2027-03-16 07:00"


@pytest.fixture
async def on_zalo(db: Database) -> AsyncIterator[Counted]:
    """Give the hamlet on Zalo, with Hạnh on the web page."""
    async with counted(db) as made:
        await reach(made.world, "hanh", HANH)
        yield made


async def test_what_is_urgent_goes_with_the_next_answer_before_what_can_wait(
    on_zalo: Counted,
) -> None:
    pao = await on_zalo.comes("pao")
    await on_zalo.used(95)  # what is urgent waits as well
    await on_zalo.plans(D7)
    await announced(on_zalo.world)
    await on_zalo.plans("2027-03-12 07:10")
    for words in ("mục chính", "đơn vị"):
        await on_zalo.says(pao, words)

    first, second = [bubble.text for bubble in pao.bubbles]
    assert "THÔNG BÁO" in first
    assert "còn 1 việc nhắc" in first
    assert "còn 7 ngày" in second


async def test_all_that_waits_goes_with_one_answer_the_urgent_first(
    on_zalo: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    pao, errands = await on_zalo.comes("pao"), Errands()
    monkeypatch.setattr(attaching, "sources", lambda: [errands])
    on_zalo.world.clock.set(D7)
    for due in (errand("Nộp ảnh"), errand("Họp tối nay", urgent=True)):
        errands.all.append(due)
        await planner(on_zalo.world, errands).plan(on_zalo.world.clock.ms)
    await on_zalo.says(pao, "mục chính")

    (bubble,) = pao.bubbles
    told = bubble.text.partition("——")[2]
    assert 0 < told.index("Họp tối nay") < told.index("Nộp ảnh")
    assert await on_zalo.rows() == [("dropped", "")] * 2


async def test_of_what_is_ready_at_once_the_urgent_goes_before_what_can_wait(db: Database) -> None:
    async with counted(db, allowed=3) as small:  # one is said, one kept for answers, one may go
        pao, lua = [await small.comes(name) for name in ("pao", "lua")]
        await small.says(lua, "đừng nhắc nữa")
        await reach(small.world, "hanh", HANH)
        small.world.clock.set(D7)
        await small.planner.plan(small.world.clock.ms)
        await announced(small.world, Audience(units=("nong-dan",)))
        await small.plans("2027-03-12 07:10")

    assert pao.bubbles == []
    assert lua.bubbles[1].text.startswith("THÔNG BÁO")


async def test_what_is_held_holds_back_nothing_urgent_behind_it(on_zalo: Counted) -> None:
    pao = await on_zalo.comes("pao")
    await on_zalo.used(90)
    await on_zalo.plans(D7)
    await announced(on_zalo.world)
    await on_zalo.plans("2027-03-12 07:10")

    assert [bubble.text[:9] for bubble in pao.bubbles] == ["THÔNG BÁO"]


async def test_whose_chat_refuses_twice_is_left_in_peace_until_they_write(
    on_zalo: Counted,
) -> None:
    pao = await on_zalo.comes("pao")
    on_zalo.fake.fault("sendMessage", Fault(status=400), times=2)
    for moment in (D7, D3):
        await on_zalo.plans(moment)
    before = [state for state, _ in await on_zalo.rows()]
    await on_zalo.says(pao, "hạn")
    await on_zalo.goes()

    assert before == ["failed", "parked"]
    assert [state for state, _ in await on_zalo.rows()] == ["failed", "sent"]

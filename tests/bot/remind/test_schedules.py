"""A committee's month from the first reminder to the change after the notice, told once each."""

import asyncio

import pytest

from bot.remind.sources.schedules import Schedules
from rules.schedule_commands import AgreeSchedule, ScheduleAgreed
from storage.database import Database
from tests.bot.ordering import give
from tests.bot.remind.planning import planner
from tests.bot.scene import found_says, reach, web
from tests.hamlet import Hamlet, hamlet, settle_in
from tests.scheduled import (
    COMMITTEE,
    MONTH,
    meet_always,
    move,
    open_committee,
    register,
    with_scheduling,
)

TAM, CHIN, THREE, ELEVEN = web("w-tam"), web("w-chin"), web("w-3"), web("w-11")
AGREE = AgreeSchedule(COMMITTEE, MONTH, 0)


@pytest.fixture
async def committee(db: Database) -> Hamlet:
    """Give a hamlet with the committee, whose cells 11 and 12 have registered nothing."""
    world = hamlet(db, with_scheduling(), moment="2027-03-16 08:00")
    async with db.writing() as tx:
        await settle_in(tx)
        await open_committee(tx)
        await register(tx, *range(1, 11))
        await meet_always(tx, 13)
    for person, chat in (("tam", TAM), ("chin", CHIN), ("bt-03", THREE), ("bt-11", ELEVEN)):
        await reach(world, person, chat)
    return world


async def told(world: Hamlet, moment: str = "") -> dict[str, list[str]]:
    """Plan at a moment, by two planners at once; return the newest bubble of each chat."""
    if moment:
        world.clock.set(moment)
    plans = [planner(world, Schedules()).plan(world.clock.ms) for _ in range(2)]
    await asyncio.gather(*plans)
    chats = {"tam": TAM, "chin": CHIN, "3": THREE, "11": ELEVEN}
    return {
        name: [say.text for say in await found_says(world.db, chat)] for name, chat in chats.items()
    }


async def test_only_a_cell_without_a_meeting_is_reminded_three_days_and_one_day_before(
    committee: Hamlet,
) -> None:
    assert (await told(committee, "2027-03-17 06:00"))["11"] == []

    await told(committee, "2027-03-17 07:00")
    said = await told(committee, "2027-03-19 07:00")

    assert len(said["11"]) == 2
    assert (
        "Cấp ủy chưa nhận được lịch sinh hoạt tháng 4/2027 của Chi bộ ấp Tân Thuận" in said["11"][0]
    )
    assert said["3"] == []


async def test_a_cell_that_registers_after_the_first_reminder_gets_no_second(
    committee: Hamlet,
) -> None:
    await told(committee, "2027-03-17 07:00")
    async with committee.db.writing() as tx:
        await register(tx, 11)

    assert len((await told(committee, "2027-03-19 07:00"))["11"]) == 1


async def test_the_committee_hears_who_is_missing_and_on_the_25th_that_it_is_to_agree(
    committee: Hamlet,
) -> None:
    first = await told(committee, "2027-03-22 07:00")  # the 20th is a Saturday
    then = await told(committee, "2027-03-25 07:00")

    missing = "2/13 chi bộ chưa đăng ký: Chi bộ ấp Tân Thuận; Chi bộ ấp Vĩnh Lộc."
    assert missing in first["tam"][0]
    assert "11/13 chi bộ đã đăng ký" in then["tam"][1]
    assert len(then["chin"]) == 2


async def test_who_is_second_to_agree_changes_nothing_and_everybody_has_one_notice(
    committee: Hamlet,
) -> None:
    committee.clock.set("2027-03-25 09:00")
    first: ScheduleAgreed = await give(committee, TAM, AGREE)
    second: ScheduleAgreed = await give(committee, CHIN, AGREE)
    said = await told(committee)

    assert (first.first, second.first, second.schedule.by) == (True, False, "Lê Văn Tám")
    (notice,) = said["3"]
    assert "Đảng ủy bộ phận Bình Mỹ đã thống nhất lịch sinh hoạt tháng 4/2027." in notice
    assert "11. Chi bộ ấp Phú Hòa: 19 giờ 30 phút, Chủ nhật 4/4/2027" in notice
    assert "Trần Văn Út" not in notice
    assert "0912" not in notice
    assert said["11"] == []  # it has not registered, and was not agreed on


async def test_what_is_agreed_before_the_25th_is_not_asked_for_that_day(committee: Hamlet) -> None:
    committee.clock.set("2027-03-24 09:00")
    await give(committee, TAM, AGREE)
    before = await told(committee)

    assert await told(committee, "2027-03-25 07:00") == before


async def test_two_who_agree_at_the_same_moment_agree_once(committee: Hamlet) -> None:
    committee.clock.set("2027-03-25 09:00")

    both = await asyncio.gather(give(committee, TAM, AGREE), give(committee, CHIN, AGREE))

    assert sorted(one.first for one in both) == [False, True]
    async with committee.db.reading() as tx:
        agreed = await tx.rows("SELECT subject FROM events WHERE act = 'schedule-agreed'")
        assert await tx.rows("SELECT revision FROM schedules") == [(1,)]
    assert agreed == [(COMMITTEE,)]


async def test_a_meeting_moved_after_the_agreement_is_told_to_the_committee_once(
    committee: Hamlet,
) -> None:
    committee.clock.set("2027-03-25 09:00")
    await give(committee, TAM, AGREE)
    await told(committee)
    async with committee.db.writing() as tx:
        await move(tx, 3, day=11)

    said = await told(committee, "2027-03-27 09:00")  # a Saturday: a meeting waits for no Monday

    changes = [text for text in said["tam"] if "có thay đổi sau khi thống nhất" in text]
    assert len(changes) == 1
    assert "Chi bộ ấp Bình Phú – 19 giờ 30 phút, Chủ nhật 11/4/2027" in changes[0]


async def test_of_two_meetings_moved_at_once_the_committee_hears_of_both(
    committee: Hamlet,
) -> None:
    committee.clock.set("2027-03-25 09:00")
    await give(committee, TAM, AGREE)
    await told(committee)
    async with committee.db.writing() as tx:
        await move(tx, 3, day=11)
        await move(tx, 4, day=18)

    said = "\n".join((await told(committee, "2027-03-25 22:00"))["tam"])
    assert "có thay đổi" not in said
    said = "\n".join((await told(committee, "2027-03-26 06:31"))["tam"])
    assert "Chi bộ ấp Bình Phú – 19 giờ 30 phút, Chủ nhật 11/4/2027" in said
    assert "Chi bộ ấp Bình Quới – 19 giờ 00, Chủ nhật 18/4/2027" in said


async def test_agreed_again_after_a_change_the_notice_says_so(committee: Hamlet) -> None:
    committee.clock.set("2027-03-25 09:00")
    await give(committee, TAM, AGREE)
    await told(committee)
    async with committee.db.writing() as tx:
        await move(tx, 3, day=11)
    again: ScheduleAgreed = await give(committee, CHIN, AgreeSchedule(COMMITTEE, MONTH, 1))

    notices = (await told(committee))["3"]

    assert again.first
    assert len(notices) == 2
    assert notices[1].startswith("THAY ĐỔI: Đảng ủy bộ phận Bình Mỹ đã thống nhất lại")


async def test_an_officer_of_a_cell_agrees_on_nothing(committee: Hamlet) -> None:
    committee.clock.set("2027-03-25 09:00")

    await give(committee, THREE, AGREE)

    async with committee.db.reading() as tx:
        assert await tx.rows("SELECT unit FROM schedules") == []

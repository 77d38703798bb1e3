"""What is told of meetings by itself: to whom, when, once."""

import asyncio
import datetime as dt

import pytest

from rules.meeting import When
from rules.meeting_commands import (
    CancelMeeting,
    MakeMeeting,
    MakeSeries,
    MoveMeeting,
    ReplyToMeeting,
)
from rules.reminding_commands import Mute
from storage import memberships, people
from storage.memberships import Joining
from tests.bot.ordering import HANH, LUA, PAO, everybody_is_here, give
from tests.bot.scene import found_says, reach, web
from tests.hamlet import LONG_AGO, Hamlet
from tests.meeting import planner, settle_members

LAN, CHU, DUA = web("w-lan"), web("w-chu"), web("w-dua")
CHATS = {"pao": PAO, "lan": LAN, "lua": LUA, "hanh": HANH}
THURSDAY = When(dt.date(2027, 3, 25), dt.time(19))
FRIDAY = When(dt.date(2027, 3, 26), dt.time(19))


@pytest.fixture
async def cell(world: Hamlet) -> Hamlet:
    """Give a hamlet in the morning; Lan of Suối Đá is in the assistant, Bình and Chư are not."""
    await everybody_is_here(world)
    async with world.db.writing() as tx:
        await settle_members(tx)
    await reach(world, "lan", LAN)
    world.clock.set("2027-03-17 08:00")
    return world


async def made(world: Hamlet, when: When = THURSDAY, **more: str) -> str:
    """Have Páo make a meeting; return its id."""
    given = {"kind": "regular", "place": "Nhà văn hóa", "dialog": "d-1"} | more
    result = await give(world, PAO, MakeMeeting("suoi-da", when=when, **given))  # type: ignore[arg-type] # a kind it is
    key: str = result.seen.meeting.id
    return key


async def told(world: Hamlet, moment: str = "") -> dict[str, int]:
    """Plan at a moment, by two planners at once; return how many bubbles each has by then."""
    if moment:
        world.clock.set(moment)
    await asyncio.gather(*(planner(world).plan(world.clock.ms) for _ in range(2)))
    return {name: len(await found_says(world.db, chat)) for name, chat in CHATS.items()}


async def last(world: Hamlet, person: str) -> str:
    return (await found_says(world.db, CHATS[person]))[-1].text


async def reasons(world: Hamlet) -> dict[tuple[str, str], str]:
    """Return why each step was not told to somebody, "" it was."""
    async with world.db.reading() as tx:
        found = await tx.rows("SELECT person, step, reason FROM occurrences")
    return {(person, step): reason for person, step, reason in found}


async def test_who_belongs_to_the_unit_is_invited_once_and_nobody_else(cell: Hamlet) -> None:
    await made(cell)

    await told(cell)
    again = await told(cell)

    assert again == {"pao": 0, "lan": 1, "lua": 0, "hanh": 0}  # who made it knows
    assert "Mời đồng chí dự sinh hoạt chi bộ thường kỳ tháng 3." in await last(cell, "lan")
    assert "Sổ tay đảng viên điện tử" in await last(cell, "lan")
    assert (await reasons(cell))["chu", "invite"] == "away"


async def test_nobody_is_invited_at_night(cell: Hamlet) -> None:
    cell.clock.set("2027-03-17 22:00")
    await made(cell)

    assert (await told(cell))["lan"] == 0
    assert (await told(cell, "2027-03-18 06:31"))["lan"] == 1


async def test_who_joins_later_is_invited_while_it_is_ahead(cell: Hamlet) -> None:
    await made(cell)
    await told(cell)
    async with cell.db.writing() as tx:
        await tx.run(
            """INSERT INTO people (id, name, folded, sort_key, phone, language, merged_into, menu,
                                   demo, created_at) VALUES :rows""",
            {"rows": [("dua", "", "", "", "", "vi", "", "{}", 0, 1)]},
        )
        await people.name_person(tx, "dua", name="Sùng Thị Dưa")
        new = Joining("m-dua", "dua", "suoi-da", LONG_AGO, confirmed=True)
        await memberships.join(tx, [new])
    await reach(cell, "dua", DUA)
    await reach(cell, "chu", CHU)  # who had no chat when the others were invited

    await told(cell, "2027-03-18 09:00")

    assert [len(await found_says(cell.db, chat)) for chat in (DUA, CHU)] == [1, 1]


async def test_only_the_contacts_are_asked_to_the_committees_meeting(cell: Hamlet) -> None:
    await made(cell, kind="committee")

    assert (await told(cell))["lan"] == 0


async def test_who_is_away_is_not_reminded_and_who_comes_is_only_reminded(cell: Hamlet) -> None:
    meeting = await made(cell)
    await told(cell)
    await reach(cell, "chu", CHU)
    await told(cell)
    await give(cell, LAN, ReplyToMeeting(meeting, 1, "away", "Con ốm"))
    await give(cell, CHU, ReplyToMeeting(meeting, 1, "coming"))

    day_before = await told(cell, "2027-03-24 07:00")
    await told(cell, "2027-03-25 16:59")
    before = len(await found_says(cell.db, CHU))
    two_hours = await told(cell, "2027-03-25 17:01")

    assert (day_before["lan"], two_hours["lan"], before) == (1, 1, 2)
    assert (await reasons(cell))["lan", "day-before"] == "met"
    says = await found_says(cell.db, CHU)
    assert [len(say.rows) for say in says] == [3, 1, 1]
    assert "Đồng chí đã báo dự." in says[-1].text


async def test_the_secretary_hears_the_count_but_nobody_elses_reason(cell: Hamlet) -> None:
    meeting = await made(cell)
    await give(cell, LAN, ReplyToMeeting(meeting, 1, "away", "Con ốm"))

    await told(cell, "2027-03-24 07:00")
    summary = await last(cell, "pao")
    await told(cell, "2027-03-25 19:00")

    assert "Đã có 1/4 đồng chí báo: 0 dự, 1 vắng. Chưa báo: 3." in summary
    assert "tài liệu đưa lên Sổ tay đảng viên điện tử trước ít nhất 1 ngày" in summary
    assert "Đến giờ họp" in await last(cell, "pao")
    for chat in CHATS.values():
        assert not any("Con ốm" in say.text for say in await found_says(cell.db, chat))


async def test_a_moved_meeting_is_told_to_everybody_invited_and_asked_anew(cell: Hamlet) -> None:
    meeting = await made(cell)
    await told(cell)
    await give(cell, LAN, ReplyToMeeting(meeting, 1, "coming"))
    await give(cell, PAO, MoveMeeting(meeting, 1, FRIDAY, "Nhà văn hóa"))

    assert (await told(cell))["lan"] == 2
    text = await last(cell, "lan")
    assert "chuyển từ 19 giờ 00, thứ Năm 25/3/2027 sang 19 giờ 00, THỨ SÁU 26/3/2027" in text
    assert "địa điểm như cũ. Đồng chí báo lại" in text


async def test_a_reminder_due_at_the_same_moment_does_not_take_the_place_of_the_news(
    cell: Hamlet,
) -> None:
    morning = When(dt.date(2027, 3, 18), dt.time(8))
    cell.clock.set("2027-03-17 21:30")
    await made(cell, morning)
    await told(cell, "2027-03-18 06:31")
    invitation = await last(cell, "lan")
    cell.clock.set("2027-03-18 21:30")
    meeting = await made(cell, dialog="d-2")
    await told(cell, "2027-03-19 06:31")
    cell.clock.set("2027-03-24 21:30")
    await give(cell, PAO, MoveMeeting(meeting, 1, When(THURSDAY.day, dt.time(8)), "Nhà văn hóa"))
    await told(cell, "2027-03-25 06:31")

    assert "Mời đồng chí" in invitation
    assert "Sổ tay đảng viên điện tử" in invitation
    assert "ĐỔI LỊCH" in await last(cell, "lan")
    assert (await reasons(cell))["lan", "two-hours"] == "nearer"


async def test_what_waits_of_a_meeting_that_was_called_off_is_not_told(cell: Hamlet) -> None:
    cell.clock.set("2027-03-17 22:00")
    meeting = await made(cell)
    await told(cell)
    await give(cell, PAO, CancelMeeting(meeting, 1, "Mưa lũ"))

    assert (await told(cell, "2027-03-18 07:00"))["lan"] == 0


async def test_who_was_invited_hears_that_it_is_called_off_and_why(cell: Hamlet) -> None:
    meeting = await made(cell)
    await told(cell)
    await give(cell, PAO, CancelMeeting(meeting, 1, "Mưa lũ"))

    assert await told(cell) == {"pao": 0, "lan": 2, "lua": 0, "hanh": 0}
    assert "HOÃN HỌP" in await last(cell, "lan")
    assert "Lý do: Mưa lũ." in await last(cell, "lan")
    assert (await told(cell, "2027-03-25 17:01"))["lan"] == 2


async def test_after_three_days_down_what_is_of_no_use_any_more_is_noted(cell: Hamlet) -> None:
    await made(cell)
    await told(cell)

    assert (await told(cell, "2027-03-27 08:00"))["lan"] == 1
    found = await reasons(cell)
    assert (found["lan", "two-hours"], found["pao", "closed"]) == ("late", "late")


async def test_a_series_makes_its_meetings_once_a_month_also_by_two_planners(
    cell: Hamlet,
) -> None:
    await give(
        cell,
        PAO,
        MakeSeries("suoi-da", "regular", "m w1.3", dt.time(19), "Nhà văn hóa", "d-series"),
    )
    for moment in ("2027-03-17 09:00", "2027-04-16 09:00", "2027-04-17 09:00", "2027-05-20 09:00"):
        await told(cell, moment)

    async with cell.db.reading() as tx:
        found = await tx.rows("SELECT month, day FROM meetings ORDER BY day")
    assert found == [
        ("2027-04", "2027-04-01"),
        ("2027-05", "2027-05-06"),
        ("2027-06", "2027-06-03"),
    ]


async def test_who_wants_no_reminders_hears_of_a_meeting_moved_or_called_off(cell: Hamlet) -> None:
    await give(cell, LAN, Mute(("",)))
    meeting = await made(cell)
    invited = (await told(cell))["lan"]
    await give(cell, PAO, MoveMeeting(meeting, 1, FRIDAY, "Nhà văn hóa"))
    moved = (await told(cell))["lan"]
    reminded = (await told(cell, "2027-03-25 07:00"))["lan"]
    await give(cell, PAO, CancelMeeting(meeting, 2, ""))

    assert (invited, moved, reminded, (await told(cell))["lan"]) == (1, 2, 2, 3)
    assert (await reasons(cell))["lan", "day-before"] == "muted"

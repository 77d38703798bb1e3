"""What people do with meetings: two who press, buttons of yesterday, other units' officers."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from bot.carry_out.order import answers
from rules import meeting_results as results
from rules.meeting import Counts, When
from rules.meeting_commands import (
    CancelMeeting,
    MakeMeeting,
    MakeSeries,
    MoveMeeting,
    NoteReplies,
    ReplyToMeeting,
    WantMeetingFile,
)
from rules.meeting_requests import MeetingOf, MeetingsBelow, SeenMeeting
from rules.results import TooLate
from storage.memberships import Joining, join
from tests.bot.filing import desk
from tests.bot.ordering import HANH, LUA, PAO, everybody_is_here, found, give
from tests.bot.scene import reach, web
from tests.hamlet import LONG_AGO, Hamlet
from tests.meeting import settle_members

LAN, BINH = web("w-lan"), web("w-chi-binh")
THURSDAY = When(dt.date(2027, 3, 25), dt.time(19))
FRIDAY = When(dt.date(2027, 3, 26), dt.time(19))
MAKE = MakeMeeting("suoi-da", "regular", THURSDAY, "Nhà văn hóa", "d-1")


@pytest.fixture
async def cell(world: Hamlet) -> Hamlet:
    """Give a hamlet in which Páo and Lan of Suối Đá, Lúa and Hạnh are in the assistant."""
    await everybody_is_here(world)
    async with world.db.writing() as tx:
        await settle_members(tx)
    await reach(world, "lan", LAN)
    world.clock.set("2027-03-17 08:00")
    return world


async def made(world: Hamlet) -> str:
    """Have Páo make a meeting; return its id."""
    key: str = (await give(world, PAO, MAKE)).seen.meeting.id
    return key


async def seen(world: Hamlet, person: str, meeting: str) -> SeenMeeting | None:
    async with world.db.reading() as tx:
        (one,) = await answers(tx, [(person, MeetingOf(meeting))], world.shell)
    found_: SeenMeeting | None = one
    return found_


async def test_a_meeting_sent_twice_is_made_once(cell: Hamlet) -> None:
    first, second = await give(cell, PAO, MAKE), await give(cell, PAO, MAKE)

    assert (first.again, second.again) == (False, True)
    assert first.seen.meeting.id == second.seen.meeting.id
    assert await found(cell.db, "SELECT act FROM events WHERE act = 'meeting'") == [("meeting",)]


async def test_a_series_changed_keeps_what_is_planned_and_goes_on_otherwise(cell: Hamlet) -> None:
    await give(cell, PAO, MakeSeries("suoi-da", "regular", "m w1.3", dt.time(19), "Nhà", "d-s"))
    new = MakeSeries("suoi-da", "regular", "m w1.4", dt.time(20), "Nhà", "d-t", "d-s")

    first, second = await give(cell, PAO, new), await give(cell, PAO, new)
    theirs = await give(cell, LUA, replace(new, unit="nong-dan"))

    assert first == second
    assert first.kept == (When(dt.date(2027, 4, 1), dt.time(19)),)
    assert first.coming[0] == dt.date(2027, 5, 7)
    assert theirs == TooLate(None)
    assert await found(cell.db, "SELECT id, pattern, time FROM meeting_series") == [
        ("d-s", "m w1.4", "20:00")
    ]
    assert await found(cell.db, "SELECT day, time FROM meetings") == [("2027-04-01", "19:00")]


async def test_a_series_sent_twice_is_made_once(cell: Hamlet) -> None:
    series = MakeSeries("suoi-da", "regular", "m w1.3", dt.time(19), "Nhà văn hóa", "d-s")

    first, second = await give(cell, PAO, series), await give(cell, PAO, series)

    assert first == second
    assert first.coming[0] == dt.date(2027, 4, 1)
    assert await found(cell.db, "SELECT month FROM meetings") == [("2027-04",)]


@pytest.mark.parametrize(
    "command",
    [
        MAKE,
        MakeSeries("suoi-da", "regular", "m d3", dt.time(19), "x", "d-9"),
    ],
)
async def test_another_units_officer_makes_no_meeting_of_this_one(
    cell: Hamlet, command: MakeMeeting | MakeSeries
) -> None:
    assert await give(cell, LUA, command) == TooLate(None)
    assert await give(cell, LAN, command) == TooLate(None)
    assert await found(cell.db, "SELECT id FROM meetings") == []


async def test_another_units_officer_neither_reads_nor_changes_it(cell: Hamlet) -> None:
    meeting = await made(cell)

    for command in (
        ReplyToMeeting(meeting, 1, "coming"),
        MoveMeeting(meeting, 1, FRIDAY, "x"),
        CancelMeeting(meeting, 1, ""),
        NoteReplies(meeting, 1, ("lan",), "away"),
        WantMeetingFile(meeting),
    ):
        assert await give(cell, LUA, command) == TooLate(None)
    assert await seen(cell, "lua", meeting) is None
    assert await found(cell.db, "SELECT revision FROM meetings") == [(1,)]


async def test_row_4_13_who_is_over_the_unit_sees_time_and_place_but_no_replies(
    cell: Hamlet,
) -> None:
    meeting = await made(cell)
    await give(cell, LAN, ReplyToMeeting(meeting, 1, "away", "Con ốm"))

    async with cell.db.reading() as tx:
        ((below,),) = await answers(tx, [("hanh", MeetingsBelow("khoi"))], cell.shell)
    office = await seen(cell, "hanh", meeting)

    assert (below.when, below.place) == (THURSDAY, "Nhà văn hóa")
    assert office is not None
    assert (office.mine, office.people, office.counts) == (None, (), Counts())
    assert await give(cell, HANH, NoteReplies(meeting, 1, ("lan",), "coming")) == TooLate(None)


async def test_a_member_reads_nobody_elses_reply_and_the_secretary_all(cell: Hamlet) -> None:
    meeting = await made(cell)
    await reach(cell, "binh", BINH)
    await give(cell, BINH, ReplyToMeeting(meeting, 1, "coming"))
    await give(cell, LAN, ReplyToMeeting(meeting, 1, "away", "Con ốm"))

    member, secretary = await seen(cell, "binh", meeting), await seen(cell, "pao", meeting)

    assert member is not None
    assert "Con ốm" not in str(member)
    assert secretary is not None
    assert secretary.counts == Counts(4, 1, 1)
    assert [one.reason for one in secretary.people if one.person == "lan"] == ["Con ốm"]


async def test_the_secretary_alone_reads_the_reason_not_the_deputy_who_made_the_meeting(
    cell: Hamlet,
) -> None:
    async with cell.db.writing() as tx:
        deputy = Joining("m-deputy", "lua", "suoi-da", LONG_AGO, "Phó bí thư", "officer", True)
        await join(tx, [deputy])
    meeting = (await give(cell, LUA, MAKE)).seen.meeting.id
    await give(cell, LAN, ReplyToMeeting(meeting, 1, "away", "Con ốm"))

    deputy_sees, secretary_sees = [await seen(cell, who, meeting) for who in ("lua", "pao")]

    assert deputy_sees is not None
    assert deputy_sees.counts == Counts(5, 0, 1)
    assert "Con ốm" not in str(deputy_sees)
    assert "Con ốm" in str(secretary_sees)


async def test_a_reply_can_be_changed_until_it_begins(cell: Hamlet) -> None:
    meeting = await made(cell)
    await give(cell, LAN, ReplyToMeeting(meeting, 1, "away", "Con ốm"))

    changed = await give(cell, LAN, ReplyToMeeting(meeting, 1, "coming"))
    cell.clock.set("2027-03-25 19:00")
    late = await give(cell, LAN, ReplyToMeeting(meeting, 1, "away"))

    assert isinstance(changed, results.Replied)
    assert isinstance(late, results.MeetingOtherwise)
    assert await found(cell.db, "SELECT answer, reason FROM replies") == [("coming", "")]


async def test_a_button_from_before_the_move_notes_nothing(cell: Hamlet) -> None:
    meeting = await made(cell)
    await give(cell, LAN, ReplyToMeeting(meeting, 1, "coming"))
    await give(cell, PAO, MoveMeeting(meeting, 1, FRIDAY, "Nhà văn hóa"))

    result = await give(cell, LAN, ReplyToMeeting(meeting, 1, "coming"))

    assert isinstance(result, results.MeetingOtherwise)
    secretary = await seen(cell, "pao", meeting)
    assert secretary is not None
    assert secretary.counts == Counts(4, 0, 0)


async def test_a_reply_after_it_was_called_off_notes_nothing(cell: Hamlet) -> None:
    meeting = await made(cell)
    await give(cell, PAO, CancelMeeting(meeting, 1, "Mưa lũ"))

    for revision in (1, 2):
        result = await give(cell, LAN, ReplyToMeeting(meeting, revision, "coming"))
        assert isinstance(result, results.MeetingOtherwise)
    assert await found(cell.db, "SELECT person FROM replies") == []


async def test_of_two_who_move_it_the_second_learns_who_was_first(cell: Hamlet) -> None:
    meeting = await made(cell)

    first = await give(cell, HANH, MoveMeeting(meeting, 1, FRIDAY, "Hội trường"))
    second = await give(cell, PAO, CancelMeeting(meeting, 1, ""))

    assert isinstance(first, results.MeetingMoved)
    assert isinstance(second, results.MeetingOtherwise)
    assert (second.by, second.seen.meeting.state) == ("Trần Thị Hạnh", "planned")


async def test_what_somebody_said_themselves_stays_whatever_is_noted_for_them(
    cell: Hamlet,
) -> None:
    meeting = await made(cell)
    await give(cell, LAN, ReplyToMeeting(meeting, 1, "coming"))

    noted = await give(cell, PAO, NoteReplies(meeting, 1, ("lan", "chu", "lua"), "away"))

    assert (noted.names, noted.kept) == (("Vàng A Chư",), ("Vàng Thị Lan",))
    rows = await found(cell.db, "SELECT person, answer, by_person FROM replies ORDER BY person")
    assert rows == [("chu", "away", "pao"), ("lan", "coming", "lan")]


async def test_nothing_people_wrote_is_in_the_events(cell: Hamlet) -> None:
    meeting = await made(cell)
    await give(cell, LAN, ReplyToMeeting(meeting, 1, "away", "Con ốm"))
    await give(cell, PAO, CancelMeeting(meeting, 1, "Mưa lũ"))

    kept = await found(cell.db, "SELECT act, subject, before, after FROM events ORDER BY id")

    assert {act for act, *_ in kept} >= {"meeting", "meeting-reply", "meeting-cancel"}
    assert not any(word in str(kept) for word in ("Con ốm", "Mưa lũ", "Nhà văn hóa"))


async def test_the_calendar_file_comes_to_who_is_invited(cell: Hamlet, tmp_path: Path) -> None:
    office = desk(cell, tmp_path)
    meeting = await made(cell)
    await give(cell, PAO, MoveMeeting(meeting, 1, FRIDAY, "Nhà văn hóa"))
    await give(cell, LAN, WantMeetingFile(meeting))

    await office.work()

    (*_, sent) = [say.file for say in await office.says(LAN) if say.file]
    _, data = await office.parts.shelf.hand_out(sent.id, person="lan")
    assert b"DTSTART:20270326T120000Z" in data
    assert b"SEQUENCE:2" in data

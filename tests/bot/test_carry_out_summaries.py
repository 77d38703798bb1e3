"""The office takes its table, has papers made of it, and notes whom it called."""

import asyncio

from bot.turns import handle
from rules.office_commands import NoteCall, TakeSummary, WantSummaryPaper
from rules.office_results import CallNoted, SummaryPapersComing, SummaryTaken
from rules.results import TooLate
from storage import memberships
from storage.memberships import Joining
from storage.summaries import kept_summary
from storage.units import NewUnit, add_units
from tests.bot.ordering import (
    HANH,
    LUA,
    PAO,
    everybody_is_here,
    found,
    give,
    registered,
    registration,
)
from tests.bot.scene import agree, said, web
from tests.hamlet import LONG_AGO, ZONE, Hamlet
from tests.talk import Talk

TABLE = TakeSummary("khoi", "can-tho-khoi", 2027)
CALL = NoteCall("suoi-da", "can-tho-khoi", 2027, "hẹn sáng mai")
OTHER = web("w-other")


async def taken(world: Hamlet) -> SummaryTaken:
    """Have the table taken by Hạnh."""
    result: SummaryTaken = await give(world, HANH, TABLE)
    return result


async def another_office(world: Hamlet) -> None:
    """Let there be somebody of another office."""
    await agree(world, OTHER)
    async with world.db.writing() as tx:
        await add_units(tx, [NewUnit("other", "Đảng ủy khác", LONG_AGO, 1)])
        place = Joining("m-o", OTHER.chat, "other", LONG_AGO, "", "office", confirmed=True)
        await memberships.join(tx, [place])


async def test_the_table_is_kept_as_it_was_said(world: Hamlet) -> None:
    await everybody_is_here(world)

    result = await taken(world)
    await registered(world)

    async with world.db.reading() as tx:
        assert await kept_summary(tx, result.id, zone=ZONE) == result.summary
    assert result.summary.office.name == "Đảng ủy Khối"
    assert [line.registered for line in result.summary.lines] == [0, 0]


async def test_excel_and_word_come_of_one_press_and_are_of_one_table(world: Hamlet) -> None:
    await everybody_is_here(world)
    result = await taken(world)

    coming = await give(world, HANH, WantSummaryPaper(result.id, "files"))

    names = ("TongHop_DVK_2027_DangUyKhoi.xlsx", "TongHop_DVK_2027_DangUyKhoi.docx")
    assert coming == SummaryPapersComing(names)
    wanted = await found(world.db, "SELECT kind, name, about FROM files ORDER BY id")
    assert [row[:2] for row in wanted] == [("summary-xlsx", names[0]), ("summary-docx", names[1])]
    assert {row[2] for row in wanted} == {f'{{"summary":"{result.id}","unit":"khoi"}}'}


async def test_a_picture_is_wanted_by_itself(world: Hamlet) -> None:
    await everybody_is_here(world)
    result = await taken(world)

    coming = await give(world, HANH, WantSummaryPaper(result.id, "picture"))

    assert coming == SummaryPapersComing(("TongHop_DVK_2027_DangUyKhoi.png",))


async def test_who_is_not_of_the_office_takes_no_table_and_no_paper_of_it(world: Hamlet) -> None:
    await everybody_is_here(world)
    await another_office(world)
    result = await taken(world)

    for chat in (LUA, PAO, OTHER):
        assert await give(world, chat, TABLE) == TooLate(None)
        assert await give(world, chat, WantSummaryPaper(result.id, "files")) == TooLate(None)
        assert await give(world, chat, CALL) == TooLate(None)

    assert await found(world.db, "SELECT count(*) FROM summaries") == [(1,)]
    assert await found(world.db, "SELECT id FROM files UNION SELECT id FROM calls") == []


async def test_a_role_somewhere_is_none_over_everything(world: Hamlet) -> None:
    await everybody_is_here(world)

    assert await give(world, HANH, TakeSummary("", "can-tho-khoi", 2027)) == TooLate(None)
    assert await give(world, HANH, NoteCall("", "can-tho-khoi", 2027, "")) == TooLate(None)
    assert await give(world, HANH, TakeSummary("khoi", "none", 2027)) == TooLate(None)


async def test_what_came_of_a_call_is_noted_with_by_whom_and_when(world: Hamlet) -> None:
    await everybody_is_here(world)

    result = await give(world, HANH, CALL)

    assert isinstance(result, CallNoted)
    assert (result.unit.name, result.words) == ("Chi bộ bản Suối Đá", "hẹn sáng mai")
    rows = await found(world.db, "SELECT unit, round, words, by_person, at FROM calls")
    assert rows == [("suoi-da", 2027, "hẹn sáng mai", "hanh", world.clock.ms)]
    events = await found(world.db, "SELECT subject, before FROM events WHERE act = 'call'")
    assert events == [("suoi-da", "")]


async def test_two_of_the_office_who_called_are_both_noted(world: Hamlet) -> None:
    await everybody_is_here(world)
    await agree(world, OTHER)
    async with world.db.writing() as tx:
        place = Joining("m-o", OTHER.chat, "khoi", LONG_AGO, "", "office", confirmed=True)
        await memberships.join(tx, [place])

    await asyncio.gather(give(world, HANH, CALL), give(world, OTHER, CALL))

    assert await found(world.db, "SELECT count(*) FROM calls") == [(2,)]


async def test_the_same_message_twice_notes_one_call(world: Hamlet) -> None:
    await everybody_is_here(world)
    for id_, words in (("1", "ai chưa nộp"), ("2", "GỌI 1 hẹn mai"), ("2", "GỌI 1 hẹn mai")):
        async with world.db.writing() as tx:
            await handle(tx, [said(words, HANH, id=id_, at=world.clock.ms)], world.shell)

    assert await found(world.db, "SELECT words FROM calls") == [("hẹn mai",)]


async def test_what_came_of_a_call_sent_twice_at_the_desk_is_noted_once(world: Hamlet) -> None:
    await everybody_is_here(world)
    first = await give(world, HANH, CALL)
    world.clock.ms += 60_000
    assert await give(world, HANH, CALL) == first
    world.clock.ms += 3_600_000
    await give(world, HANH, CALL)

    assert await found(world.db, "SELECT count(*) FROM calls") == [(2,)]
    assert await found(world.db, "SELECT count(*) FROM events WHERE act = 'call'") == [(2,)]


async def test_a_number_is_that_of_the_list_shown_whoever_registers_meanwhile(
    world: Hamlet,
) -> None:
    await everybody_is_here(world)
    talk = Talk(world, chat=HANH.chat)
    await talk.says("ai chưa nộp")
    await give(world, PAO, registration(unit="suoi-da"))

    (say,) = await talk.says("gọi 2 hẹn mai")

    assert say.text.startswith("Đã ghi: đồng chí gọi Hội Nông dân phường Thường Thạnh")
    assert await found(world.db, "SELECT unit FROM calls") == [("nong-dan",)]

"""Photos, papers and calls beside what they belong to."""

import datetime as dt

from bot.carry_out.order import answers
from rules.desk_requests import CallsOf, PapersOf, PhotosOf
from rules.office_commands import NoteCall
from rules.paper_commands import ReceivePaper, StrikePaper
from rules.table_requests import RoundsBelow
from rules.unit_commands import MergeUnits
from storage.database import Database
from tests.bot.ordering import HANH, LUA, everybody_is_here, give, registered
from tests.hamlet import Hamlet, hamlet, settle_in

ROUND = ("can-tho-khoi", 2027)


async def world_of(db: Database) -> Hamlet:
    """Return the hamlet with its people."""
    world = hamlet(db)
    async with db.writing() as tx:
        await settle_in(tx)
    await everybody_is_here(world)
    return world


async def asks(world: Hamlet, person: str, request: object) -> tuple[object, ...]:
    """Return what somebody is answered."""
    async with world.db.reading() as tx:
        (answer,) = await answers(tx, [(person, request)], world.shell)
    found: tuple[object, ...] = answer
    return found


async def test_papers_of_a_unit_say_what_they_are_of(db: Database) -> None:
    world = await world_of(db)
    entry = (await registered(world, LUA)).entry
    await give(world, HANH, ReceivePaper("nong-dan", *ROUND, "2027-03-15"))
    (paper,) = await asks(world, "hanh", PapersOf("nong-dan", *ROUND))

    assert (paper.entry, paper.number, paper.day) == (entry.id, 1, "2027-03-15")  # type: ignore[attr-defined] # a Paper


async def test_a_paper_that_was_struck_is_there_no_more(db: Database) -> None:
    world = await world_of(db)
    await give(world, HANH, ReceivePaper("suoi-da", *ROUND, "2027-03-15"))
    (paper,) = await asks(world, "hanh", PapersOf("suoi-da", *ROUND))
    await give(world, HANH, StrikePaper(paper.id))  # type: ignore[attr-defined] # a Paper

    assert await asks(world, "hanh", PapersOf("suoi-da", *ROUND)) == ()


async def test_calls_are_the_newest_first_with_who_called(db: Database) -> None:
    world = await world_of(db)
    for words in ("không nghe máy", "hẹn sáng mai"):
        await give(world, HANH, NoteCall("suoi-da", *ROUND, words))
        world.clock.ms += 60_000
    calls = await asks(world, "hanh", CallsOf("suoi-da", *ROUND))

    assert [call.words for call in calls] == ["hẹn sáng mai", "không nghe máy"]  # type: ignore[attr-defined] # a Called
    assert calls[0].by == "Trần Thị Hạnh"  # type: ignore[attr-defined] # the same
    assert calls[0].at.utcoffset() == dt.timedelta(hours=7)  # type: ignore[attr-defined] # the same


async def test_what_a_unit_had_is_with_the_one_that_took_over(db: Database) -> None:
    world = await world_of(db)
    await give(world, HANH, NoteCall("suoi-da", *ROUND, "hẹn sáng mai"))
    await give(world, HANH, ReceivePaper("suoi-da", *ROUND, "2027-03-15"))
    await give(world, HANH, MergeUnits("suoi-da", (), "nong-dan", "", "2027-03-16"))

    assert len(await asks(world, "hanh", CallsOf("nong-dan", *ROUND))) == 1
    assert len(await asks(world, "hanh", PapersOf("nong-dan", *ROUND))) == 1


async def test_who_is_not_of_the_office_is_answered_nothing(db: Database) -> None:
    world = await world_of(db)
    await give(world, HANH, NoteCall("nong-dan", *ROUND, "hẹn sáng mai"))
    entry = (await registered(world, LUA)).entry

    assert await asks(world, "lua", CallsOf("nong-dan", *ROUND)) == ()
    assert await asks(world, "lua", PapersOf("nong-dan", *ROUND)) == ()
    assert await asks(world, "pao", PhotosOf(entry.id)) == ()


async def test_rounds_are_those_in_which_anything_came_in_below_newest_first(db: Database) -> None:
    world = await world_of(db)
    for n, year in enumerate((2025, 2027, 2027)):
        await registered(world, LUA, dialog=f"d{n}", round=year)
    await give(world, HANH, ReceivePaper("suoi-da", "can-tho-khoi", 2026, "2026-03-15"))

    assert await asks(world, "hanh", RoundsBelow("khoi", "can-tho-khoi")) == (2027, 2026, 2025)
    assert await asks(world, "hanh", RoundsBelow("suoi-da", "can-tho-khoi")) == (2026,)
    assert await asks(world, "hanh", RoundsBelow("khoi", "yen-bai-khoi")) == ()


async def test_what_a_unit_that_was_merged_sent_makes_rounds_of_the_one_it_is_now(
    db: Database,
) -> None:
    world = await world_of(db)
    await registered(world, LUA, round=2026)
    await give(world, HANH, MergeUnits("nong-dan", (), "suoi-da", "", "2027-03-16"))

    assert await asks(world, "hanh", RoundsBelow("suoi-da", "can-tho-khoi")) == (2026,)


async def test_whoever_is_no_officer_there_is_told_of_no_rounds(db: Database) -> None:
    world = await world_of(db)
    await registered(world, LUA, round=2026)

    assert await asks(world, "pao", RoundsBelow("khoi", "can-tho-khoi")) == ()

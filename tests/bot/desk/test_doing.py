"""What is done at the desk is done once, wherever the process ends meanwhile."""

import asyncio
from dataclasses import replace

import pytest

from bot.desk.doing import do
from bot.desk.seated import NotSeatedError, seated
from bot.desk.session import new_secret
from bot.desk.tools import BELL, Tools
from bot.desk.visitor import Visitor
from bot.hashed import hash_of
from rules.office_commands import AcceptEntry, NoteCall, TakeSummary
from rules.office_results import SummaryTaken
from rules.paper_commands import ReceivePaper
from rules.paper_results import PaperReceived
from storage import desk
from storage.desk import DeskKey
from tests.bot.desk.office import DeskSite
from tests.bot.mortal import Cut, Fault, MortalDatabase
from tests.bot.ordering import LUA, found, registered
from tests.bot.scene import bubbles, count
from tests.hamlet import Hamlet

TICK = ReceivePaper("nong-dan", "can-tho-khoi", 2027, "2027-03-16")


async def visit(tools: Tools) -> Visitor:
    """Let Hạnh be at the desk."""
    secret = new_secret()
    async with tools.db.writing() as tx:
        key = DeskKey("x", "hanh", "a-w-hanh")
        await desk.begin_session(tx, hash_of(secret), key, now=tools.shell.clock.now_ms())
        visitor = await seated(tx, tools, secret)
    assert visitor
    return visitor


@pytest.mark.parametrize("side", ["before", "after"])
async def test_a_tick_that_was_cut_off_is_there_once_when_it_is_sent_again(
    world: Hamlet, side: str
) -> None:
    await registered(world)
    before = len(await bubbles(world.db, LUA))
    visitor = await visit(DeskSite(world).tools())
    mortal = MortalDatabase(world.db, Fault(1, side))  # type: ignore[arg-type] # one of the two
    with pytest.raises(Cut):
        await do(DeskSite(world, mortal).tools(), visitor, TICK)
    (result,) = await do(DeskSite(world).tools(), visitor, TICK)

    assert isinstance(result, PaperReceived)
    assert result.again == (side == "after")
    assert await count(world.db, "papers") == 1
    assert len(await bubbles(world.db, LUA)) == before + 1


async def test_several_commands_are_done_all_or_none(world: Hamlet) -> None:
    tools = DeskSite(world, MortalDatabase(world.db, Fault(2, "before"))).tools()
    visitor = await visit(tools)
    calls = [NoteCall(unit, "can-tho-khoi", 2027, "gọi lại") for unit in ("suoi-da", "nong-dan")]
    with pytest.raises(Cut):
        await do(tools, visitor, *calls)

    assert await count(world.db, "calls") == 0


async def test_whose_session_ended_meanwhile_does_nothing(world: Hamlet) -> None:
    tools = DeskSite(world).tools()
    visitor = await visit(tools)
    async with world.db.writing() as tx:
        await desk.lock(tx, "hanh", now=1)
    with pytest.raises(NotSeatedError):
        await do(tools, visitor, TICK)

    assert await count(world.db, "papers") == 0


async def test_what_is_done_is_kept_with_the_address_the_link_was_asked_at(world: Hamlet) -> None:
    tools = DeskSite(world).tools()
    visitor = await visit(tools)
    (taken,) = await do(tools, visitor, TakeSummary("khoi", "can-tho-khoi", 2027))

    assert isinstance(taken, SummaryTaken)
    assert await found(world.db, "SELECT person, address FROM events WHERE act = 'summary'") == [
        ("hanh", "a-w-hanh")
    ]


async def test_a_version_that_is_old_changes_nothing(world: Hamlet) -> None:
    entry = (await registered(world)).entry
    tools = DeskSite(world).tools()
    visitor = await visit(tools)
    await do(tools, visitor, AcceptEntry(entry.id, entry.version))
    await do(tools, visitor, AcceptEntry(entry.id, entry.version))
    accepted = "SELECT id FROM events WHERE act = 'accept'"

    assert await found(world.db, "SELECT state FROM entries") == [("accepted",)]
    assert len(await found(world.db, accepted)) == 1


async def test_who_waits_at_the_desk_or_in_a_chat_hears_of_it_at_once(world: Hamlet) -> None:
    site, files = DeskSite(world), list[str]()
    tools = replace(site.tools(), files_wanted=lambda: files.append("wanted"))
    visitor = await visit(tools)
    waiting = [asyncio.create_task(tools.bell.wait(who, timeout=60)) for who in (BELL, "lua")]
    await asyncio.sleep(0)
    await do(tools, visitor, TICK)

    async with asyncio.timeout(5):
        await asyncio.gather(*waiting)
    assert files == ["wanted"]

"""Whatever else is done at the desk, and wherever the process ends meanwhile: it is done once."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Literal, TypeAlias

import pytest

from rules.commands import Command, WithdrawEntry
from rules.office_commands import (
    AcceptEntry,
    AskForCorrection,
    GrantCorrection,
    MendEntry,
    NoteCall,
    RefuseCorrection,
    ReturnEntry,
    SettleHelp,
)
from rules.paper_commands import StrikePaper
from storage import help as help_
from storage.help import HelpRequest
from tests.bot.desk.office import DeskSite, Staff
from tests.bot.desk.test_cut import SIDES, done_twice
from tests.bot.mortal import Fault
from tests.bot.ordering import HANH, LUA, found, give, registered
from tests.bot.papering import receive
from tests.bot.scene import bubbles
from tests.hamlet import Hamlet

Making: TypeAlias = Callable[[Hamlet], Awaitable[Command]]
TWICE = """SELECT act FROM events WHERE act <> 'forbidden'
           GROUP BY act, subject, after HAVING count(*) > 1"""


async def sent(world: Hamlet) -> str:
    """Return an entry Lúa sent."""
    return str((await registered(world, LUA)).entry.id)


async def asked(world: Hamlet) -> str:
    """Return a correction Lúa asks for."""
    entry = await sent(world)
    await give(world, HANH, AcceptEntry(entry, 1))
    await give(world, LUA, AskForCorrection(entry, 2, {"name": "Nuôi ếch"}))
    return str((await found(world.db, "SELECT id FROM corrections"))[0][0])


async def returning(world: Hamlet) -> Command:
    return ReturnEntry(await sent(world), 1, "content", "Ghi rõ số hộ.", "2027-03-23")


async def mending(world: Hamlet) -> Command:
    return MendEntry(await sent(world), 1, {"name": "Nuôi ếch"})


async def granting(world: Hamlet) -> Command:
    return GrantCorrection(await asked(world))


async def refusing(world: Hamlet) -> Command:
    return RefuseCorrection(await asked(world), "Tên đã in.")


async def striking(world: Hamlet) -> Command:
    await give(world, HANH, receive(entry=await sent(world)))
    return StrikePaper((await found(world.db, "SELECT id FROM papers"))[0][0])


async def withdrawing(world: Hamlet) -> Command:
    return WithdrawEntry(await sent(world), 1)


async def calling(_world: Hamlet) -> Command:
    return NoteCall("nong-dan", "can-tho-khoi", 2027, "hẹn sáng mai")


async def helping(world: Hamlet) -> Command:
    async with world.db.writing() as tx:
        await help_.ask(tx, HelpRequest("h1", "lua", "giúp tôi", world.clock.ms, "hanh"))
    return SettleHelp("h1")


# What is done, what there is of it then, and how often Lúa is told.
DONE: Mapping[Making, tuple[str, list[tuple[object, ...]], int]] = {
    returning: ("SELECT version, words FROM returns", [(2, "Ghi rõ số hộ.")], 1),
    mending: ("SELECT name, version FROM entries", [("Nuôi ếch", 2)], 1),
    granting: ("SELECT name, version FROM entries", [("Nuôi ếch", 3)], 1),
    refusing: ("SELECT state, words FROM corrections", [("refused", "Tên đã in.")], 1),
    striking: ("SELECT state FROM papers", [("struck",)], 1),
    withdrawing: ("SELECT state, version FROM entries", [("withdrawn", 2)], 1),
    calling: ("SELECT unit, words FROM calls", [("nong-dan", "hẹn sáng mai")], 0),
    helping: ("SELECT state FROM help_requests", [("done",)], 0),
}


@pytest.mark.parametrize("tables_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("making", DONE, ids=lambda making: making.__name__)
async def test_what_is_sent_again_is_done_once_and_told_once(
    hanh: Staff, site: DeskSite, making: Making, side: Literal["before", "after"]
) -> None:
    sql, once, told = DONE[making]
    await done_twice(site, hanh, await making(site.world), Fault(1, side))

    assert await found(site.world.db, sql) == once
    assert len(await bubbles(site.world.db, LUA)) == told
    assert await found(site.world.db, TWICE) == []

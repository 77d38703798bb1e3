"""The process ends before or after the commit: the form sent once more makes nothing twice."""

import contextlib
from typing import Literal

import pytest

from bot.bell import Bell
from bot.deliver import Deliverer
from bot.desk.doing import do
from bot.desk.pages import Pages
from bot.desk.seated import seated_now
from bot.desk.session import COOKIE
from bot.desk.tools import Tools
from bot.desk.visitor import Visitor
from rules.commands import Command
from rules.office_commands import AcceptEntry
from rules.paper_commands import ReceivePaper, TypeInEntry
from storage.database import Database
from tests.bot.desk.office import DeskSite, Staff
from tests.bot.mortal import Cut, Fault, MortalDatabase
from tests.bot.ordering import LUA, found, registered, registration
from tests.bot.scene import bubbles

SIDES: list[Literal["before", "after"]] = ["before", "after"]


def tools_of(site: DeskSite, db: Database) -> Tools:
    """Return what the desk works with, on that database."""
    world = site.world
    deliver = Deliverer(db, {}, world.clock, lease=world.shell.lease)
    return Tools(
        db=db,
        shell=world.shell,
        deliver=deliver,
        bell=Bell(),
        pages=Pages(),
        pictures=site.pictures,
        files_wanted=lambda: None,
        public_url="",
        clock=lambda: 0.0,
    )


async def done_twice(site: DeskSite, hanh: Staff, command: Command, fault: Fault) -> None:
    """Do something in a process that ends, then once more in the next one."""
    for db in (MortalDatabase(site.world.db, fault), site.world.db):
        tools = tools_of(site, db)
        visitor = await visitor_of(hanh, tools_of(site, site.world.db))
        with contextlib.suppress(Cut):
            await do(tools, visitor, command)
        await tools.deliver.stop()


async def visitor_of(hanh: Staff, tools: Tools) -> Visitor:
    """Return who is at the desk."""
    secret = next(one.value for one in hanh.session.cookie_jar if one.key == COOKIE)
    visitor = await seated_now(tools, secret, active=False)
    assert visitor
    return visitor


@pytest.mark.parametrize("side", SIDES)
async def test_a_form_is_typed_in_once(
    hanh: Staff, site: DeskSite, side: Literal["before", "after"]
) -> None:
    boxes = registration().boxes
    about = ("ban-hanh-1", "nong-dan", "can-tho-khoi", 2027, "new-collective")
    await done_twice(site, hanh, TypeInEntry(*about, boxes, "2027-03-15"), Fault(1, side))

    assert await found(site.world.db, "SELECT number FROM entries") == [(1,)]
    assert await found(site.world.db, "SELECT count(*) FROM papers") == [(1,)]
    assert len(await bubbles(site.world.db, LUA)) == 1


@pytest.mark.parametrize("side", SIDES)
async def test_an_entry_is_taken_in_once(
    hanh: Staff, site: DeskSite, side: Literal["before", "after"]
) -> None:
    entry = (await registered(site.world, LUA)).entry
    await done_twice(site, hanh, AcceptEntry(entry.id, entry.version), Fault(1, side))

    rows = await found(site.world.db, "SELECT state, version FROM entries")
    assert rows == [("accepted", entry.version + 1)]
    assert len(await bubbles(site.world.db, LUA)) == 1


@pytest.mark.parametrize("side", SIDES)
async def test_an_original_is_noted_once(
    hanh: Staff, site: DeskSite, side: Literal["before", "after"]
) -> None:
    await registered(site.world, LUA)
    command = ReceivePaper("nong-dan", "can-tho-khoi", 2027, "2027-03-15")
    await done_twice(site, hanh, command, Fault(1, side))

    assert await found(site.world.db, "SELECT count(*) FROM papers") == [(1,)]
    assert len(await bubbles(site.world.db, LUA)) == 1

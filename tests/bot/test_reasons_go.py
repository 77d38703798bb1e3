"""Why somebody is away goes from everywhere it was said or shown, a month after the meeting."""

import datetime as dt
from pathlib import Path

import pytest

from rules.meeting import When
from rules.meeting_commands import MakeMeeting
from storage.database import Database
from tests.bot.ordering import PAO, everybody_is_here, found, give
from tests.bot.scene import reach, web
from tests.bot.test_retention import keeping
from tests.hamlet import Hamlet
from tests.meeting import settle_members
from tests.talk import Talk

LAN = web("w-lan")
WHY = "Con ốm, phải đi viện"
MAKE = MakeMeeting("suoi-da", "regular", When(dt.date(2027, 3, 25), dt.time(19)), "Nhà", "d-1")


@pytest.fixture
async def shown(world: Hamlet) -> Hamlet:
    """Give a hamlet in which Lan said why she is away, and Páo has seen it."""
    await everybody_is_here(world)
    async with world.db.writing() as tx:
        await settle_members(tx)
    await reach(world, "lan", LAN)
    world.clock.set("2027-03-17 08:00")
    await give(world, PAO, MAKE)
    lan, pao = Talk(world, "web", LAN.chat), Talk(world, "web", PAO.chat)
    await lan.says("lịch họp")
    await lan.presses("Vắng họp 25/3")
    await lan.says(f"{WHY}. " * 9)  # too long
    await lan.says(WHY)
    await pao.says("lịch họp")
    await pao.presses("Ai báo vắng")
    return world


async def reasons(db: Database) -> int:
    """Return how many bubbles show why she is away."""
    says = await found(db, "SELECT say FROM outbox")
    return sum(WHY in say for (say,) in says)


async def bubbles(db: Database) -> int:
    return len(await found(db, "SELECT id FROM outbox WHERE say <> '{}'"))


async def test_the_bubbles_that_bear_it_go_with_it_and_no_others(
    shown: Hamlet, tmp_path: Path
) -> None:
    retention = keeping(shown.db, shown.clock, tmp_path)
    shown.clock.set("2027-04-24 08:00")
    await retention.run()
    before, all_ = await reasons(shown.db), await bubbles(shown.db)
    shown.clock.set("2027-04-26 08:00")
    await retention.run()

    assert (before, await reasons(shown.db)) == (3, 0)
    assert await found(shown.db, "SELECT reason FROM replies") == [("",)]
    assert await bubbles(shown.db) >= all_ - 4  # with the press that led to it


async def test_they_go_at_once_when_who_gave_it_agrees_no_longer(shown: Hamlet) -> None:
    lan = Talk(shown, "web", LAN.chat)
    await lan.says("rút lại sự đồng ý")
    await lan.presses("Rút đồng ý")
    await lan.presses("Rút đồng ý")

    assert await reasons(shown.db) == 0

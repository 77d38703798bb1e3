from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.anchors import read_anchors
from bot.erasures import Erasures
from bot.pictures import PictureKeeper
from bot.retention import Retention
from bot.upkeep import Upkeep
from storage import codes, events
from storage.database import Database
from storage.events import Event
from tests.eventually import eventually
from tests.hamlet import Hamlet, hamlet

LONG_AGO = 1


@pytest.fixture
async def world(db: Database) -> Hamlet:
    """Give a world in which one thing happened, and a code was tried long ago."""
    async with db.writing() as tx:
        await events.add(tx, [Event("e1", 1, "pao", "a", "act", "s")])
        await codes.note_try(tx, "a", at=LONG_AGO)
    return hamlet(db)


@pytest.fixture
async def erasures(world: Hamlet, tmp_path: Path) -> Erasures:
    """Give the erasures of that world."""
    return Erasures(tmp_path, world.clock, instead="…")


@pytest.fixture
async def upkeep(world: Hamlet, erasures: Erasures, tmp_path: Path) -> AsyncIterator[Upkeep]:
    """Give an upkeep that runs."""
    keeper = PictureKeeper(tmp_path)
    retention = Retention(world.db, world.clock, world.shell.programmes, keeper)
    upkeep = Upkeep(world.db, world.clock, tmp_path, erasures, retention)
    await upkeep.before_anybody_writes()
    upkeep.start()
    yield upkeep
    await upkeep.stop()


@pytest.mark.usefixtures("upkeep")
async def test_at_the_start_what_happened_is_sealed_and_anchored(tmp_path: Path) -> None:
    async def anchored() -> bool:
        return [anchor.number for anchor in await read_anchors(tmp_path)] == [1]

    await eventually(anchored)


@pytest.mark.usefixtures("upkeep")
async def test_and_what_is_old_enough_goes(world: Hamlet) -> None:
    async def gone() -> bool:
        async with world.db.reading() as tx:
            return await codes.tries_in_all(tx, since=0) == 0

    await eventually(gone)


@pytest.mark.usefixtures("upkeep")
async def test_after_an_erasure_the_log_is_scrubbed(erasures: Erasures) -> None:
    erasures.done.set()

    async def scrubbed() -> bool:
        return not erasures.done.is_set()

    await eventually(scrubbed)

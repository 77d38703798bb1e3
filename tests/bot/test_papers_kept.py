"""A form that was sent is the office's: it outlives its sender's data, and goes with its round."""

from pathlib import Path

import pytest

from bot.pictures import PictureKeeper
from bot.retention import Retention
from rules.rights import EraseMe, WithdrawConsent
from storage import papers_noted
from storage.papers_noted import Paper
from tests.bot.ordering import HANH, LUA, everybody_is_here, found, give
from tests.bot.papering import PROGRAMME, UNIT, form, photographed, receive, typed_in
from tests.hamlet import Hamlet

DAY = 86_400_000
PHOTOS = "SELECT id FROM attachments ORDER BY id"


@pytest.fixture
async def here(world: Hamlet) -> Hamlet:
    """Give the hamlet with everybody at their chats; Lúa sent a form, and a photo of nothing."""
    await everybody_is_here(world)
    await photographed(world, "f1", "loose")
    await give(world, LUA, form("f1"))
    return world


def retention(world: Hamlet, folder: Path) -> Retention:
    """Return the retention of the hamlet."""
    return Retention(world.db, world.clock, world.shell.programmes, PictureKeeper(folder))


async def test_a_form_is_kept_when_its_sender_agrees_no_longer(here: Hamlet) -> None:
    await give(here, LUA, WithdrawConsent())

    assert await found(here.db, PHOTOS) == [("f1",)]


async def test_a_form_is_kept_when_its_sender_is_forgotten(here: Hamlet) -> None:
    await give(here, LUA, EraseMe())

    assert await found(here.db, PHOTOS) == [("f1",)]
    assert await found(here.db, "SELECT name FROM people WHERE id = 'lua'") == [("",)]


async def test_a_form_that_waits_is_kept_however_long(here: Hamlet, tmp_path: Path) -> None:
    here.clock.ms += 400 * DAY

    await retention(here, tmp_path).run()

    assert await found(here.db, PHOTOS) == [("f1",)]


async def test_a_form_goes_with_its_round(here: Hamlet, tmp_path: Path) -> None:
    old = Paper("old", UNIT, PROGRAMME, 2001, 1, "lua", 1)
    async with here.db.writing() as tx:
        await papers_noted.add(tx, [old])
        await tx.run("UPDATE attachments SET paper = 'old' WHERE id = 'loose'")

    assert (await retention(here, tmp_path).run())["papers"] == 1
    assert await found(here.db, PHOTOS) == [("f1",)]


async def test_what_was_typed_in_is_written_down_without_a_name(here: Hamlet) -> None:
    await give(here, HANH, typed_in())
    await give(here, HANH, receive())

    events = await found(here.db, "SELECT act, subject, before, after FROM events")
    assert {act for act, *_ in events} >= {"form", "type-in"}
    assert not any("Nuôi lươn" in part or "Lúa" in part for event in events for part in event)

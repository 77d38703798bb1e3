"""What nobody waits for, cut off at any of its commits: the next start does the rest, once."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from bot.commands.audit import read_chain
from bot.erasures import Erasures
from bot.pictures import PictureKeeper
from bot.retention import Retention
from bot.sealing import AT_ONCE, Sealing
from storage import codes, events, inbox, outbox
from storage.codes import NewCode
from storage.database import Database
from storage.erasing import Erased
from storage.events import Event
from storage.inbox import MessageKey
from storage.outbox import OutboxRow
from tests.bot.mortal import Cut, Fault, MortalDatabase
from tests.bot.ordering import found
from tests.hamlet import Hamlet

DAY = 86_400_000
LEFT = {
    "SELECT external FROM inbox": [("new",)],
    "SELECT id FROM outbox WHERE say <> '{}'": [("new",)],
    "SELECT id FROM outbox ORDER BY id": [("new",), ("old",)],
    "SELECT hash FROM codes WHERE kind = 'return'": [("new",)],
}


def each(commits: int) -> Iterator[Fault]:
    """Yield each place where a process can end."""
    for commit in range(1, commits + 1):
        yield Fault(commit, "before")
        yield Fault(commit, "after")


@pytest.mark.parametrize("fault", list(each(2)), ids=str)
async def test_every_event_is_sealed_once_wherever_sealing_ends(db: Database, fault: Fault) -> None:
    async with db.writing() as tx:
        rows = [Event(f"e{n:04}", n, "pao", "a", "act", f"s{n}") for n in range(AT_ONCE + 2)]
        await events.add(tx, rows)
    dying = MortalDatabase(db, fault)
    with suppress(Cut):
        await Sealing(dying).seal_new()
    assert dying.ended
    await Sealing(db).seal_new()

    chain = await read_chain(db)
    assert (chain.first_fault(()), len(chain.loose)) == (None, 0)
    sealed = await found(db, "SELECT count(DISTINCT event), max(number) FROM seals")
    assert sealed == [(AT_ONCE + 2, AT_ONCE + 2)]


async def grows_old(world: Hamlet) -> None:
    """Let there be something old and something new of each kind."""
    async with world.db.writing() as tx:
        for key, days in (("new", 1), ("old", 400)):
            at = world.clock.ms - days * DAY
            await inbox.claim(tx, [MessageKey("web", "", "c", key)], at=at)
            row = OutboxRow(key, "web", "", "c", "pao", say={"text": key}, settled_at=at)
            await outbox.add(tx, [row])
            await codes.add(tx, [NewCode(key, "return", 1, at, 1, person="pao")])


@pytest.mark.parametrize("fault", list(each(3)), ids=str)
async def test_what_is_old_goes_and_nothing_else_wherever_its_going_ends(
    world: Hamlet, tmp_path: Path, fault: Fault
) -> None:
    await grows_old(world)
    dying = MortalDatabase(world.db, fault)
    parts: Any = (world.clock, world.shell.programmes, PictureKeeper(tmp_path))
    with suppress(Cut):
        await Retention(dying, *parts).run()
    assert dying.ended
    await Retention(world.db, *parts).run()

    assert {sql: await found(world.db, sql) for sql in LEFT} == LEFT
    assert await Retention(world.db, *parts).run() == {}


@pytest.mark.parametrize("fault", list(each(2)), ids=str)
async def test_whoever_is_to_be_forgotten_again_is_wherever_that_ends(
    world: Hamlet, tmp_path: Path, fault: Fault
) -> None:
    erasures = Erasures(tmp_path, world.clock, instead="(đã xóa)")
    await erasures.forget(Erased(("lua", "pao"), (), (), 0))
    dying = MortalDatabase(world.db, fault)
    with suppress(Cut):
        await erasures.do_again(dying)
    assert dying.ended
    await erasures.do_again(world.db)

    gone = "SELECT id FROM people WHERE erased_at > 0 AND name = '' ORDER BY id"
    assert await found(world.db, gone) == [("lua",), ("pao",)]
    assert await found(world.db, "SELECT id FROM people WHERE name <> ''") == [("hanh",)]
    assert await erasures.do_again(world.db) == 0

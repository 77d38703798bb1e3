import asyncio
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from storage.database import Database, open_database
from tests.bot.chromium import chromium
from tests.bot.everywhere import Everywhere, everywhere
from tests.bot.ordering import everybody_is_here, minh_works_here
from tests.bot.posting import Post, posting
from tests.fakes.telegram import Person
from tests.hamlet import Hamlet, hamlet, settle_in

__all__ = ["chromium"]  # a fixture

Process = asyncio.subprocess.Process


@pytest.fixture
async def world(db: Database) -> Hamlet:
    """Give the hamlet with its people, on a database of each kind in turn."""
    made = hamlet(db)
    async with db.writing() as tx:
        await settle_in(tx)
    return made


@pytest.fixture
async def here(world: Hamlet) -> Hamlet:
    """Give the hamlet with everybody at their chats."""
    await everybody_is_here(world)
    return world


@pytest.fixture
async def minh(here: Hamlet) -> None:
    """Let Minh work at the office beside Hạnh."""
    await minh_works_here(here)


@pytest.fixture
async def post(db: Database) -> AsyncIterator[Post]:
    """Give a post that delivers to a Telegram of our own."""
    async with posting(db) as made:
        yield made


@pytest.fixture
async def chats(sqlite_tables_url: str) -> AsyncIterator[Everywhere]:
    """Give Lan's chats on several channels, and who delivers to them, on SQLite."""
    database = await open_database(sqlite_tables_url)
    async with everywhere(database) as made:
        yield made
    await database.close()


@pytest.fixture
async def lan(post: Post) -> Person:
    """Give somebody who has written to the bot."""
    person = post.fake.person("Lan")
    await person.says("xin chào")
    return person


@pytest.fixture
async def binh(post: Post) -> Person:
    """Give somebody else who has."""
    person = post.fake.person("Bình")
    await person.says("xin chào")
    return person


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[Process]:
    """Return the list of the child processes started, in order."""
    started: list[Process] = []
    spawn = asyncio.create_subprocess_exec

    async def noting(*command: Any, **options: Any) -> Process:
        started.append(await spawn(*command, **options))
        return started[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", noting)
    return started


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Return a way to let a shell script stand in for every child."""

    def stand_in(script: str) -> None:
        file = tmp_path / "child"
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o700)
        monkeypatch.setattr(sys, "executable", str(file))

    return stand_in

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
import pytest

from storage.binding import Statement
from storage.database import Database, Unavailable, open_database
from tests import sweeping
from tests.bot.scene import agree, bubbles, count, receiving, said, taken, web
from tests.eventually import eventually
from tests.hamlet import Hamlet, hamlet, settle_in

PAO, LUA = web("pao-1"), web("lua-1")
WAITS = "SELECT count(*) > 0 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
KILLED = f"""SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()
               AND application_name <> '{sweeping.NAME}'"""  # noqa: S608 - ours


async def settled(url: str) -> Hamlet:
    world = hamlet(await open_database(url))
    async with world.db.writing() as tx:
        await settle_in(tx)
    return world


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Hold the writer's lock of an SQLite file from outside."""
    other = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


async def impatient(db: Database) -> None:
    """Let the database wait for a lock no longer than a moment."""
    await db._writer.perform([Statement("PRAGMA busy_timeout = 10")])  # type: ignore[attr-defined] # SQLite's


@pytest.fixture
async def on_sqlite(sqlite_tables_url: str) -> Hamlet:
    world = await settled(sqlite_tables_url)
    await impatient(world.db)
    return world


async def test_while_the_file_is_locked_nothing_is_acknowledged_and_all_comes_again(
    on_sqlite: Hamlet, sqlite_tables_url: str
) -> None:
    world, messages = on_sqlite, [said("xin chào", PAO), said("xin chào", LUA)]
    async with receiving(world) as receive:
        with locked(sqlite_tables_url):
            outcomes = await taken(receive, *messages)
        assert [type(outcome) for outcome in outcomes] == [Unavailable, Unavailable]
        assert await count(world.db, "inbox") == 0

        assert set(await taken(receive, *messages)) == {None}
    assert [len(await bubbles(world.db, chat)) for chat in (PAO, LUA)] == [1, 1]
    await world.db.close()


async def test_when_the_connection_is_killed_nothing_is_acknowledged_and_all_comes_again(
    postgres_tables_url: str,
) -> None:
    world = await settled(postgres_tables_url)
    await agree(world, PAO)
    other = await asyncpg.connect(postgres_tables_url)
    messages = [said("xin chào", PAO), said("xin chào", LUA)]
    async with receiving(world) as receive:
        async with other.transaction():
            await other.execute("SELECT id FROM people WHERE id = 'pao-1' FOR UPDATE")
            taking = asyncio.create_task(taken(receive, *messages))
            await eventually(lambda: other.fetchval(WAITS))
            await other.execute(KILLED)
            outcomes = await taking
        assert [type(outcome) for outcome in outcomes] == [Unavailable, Unavailable]

        assert set(await taken(receive, *messages)) == {None}
    assert [len(await bubbles(world.db, chat)) for chat in (PAO, LUA)] == [1, 1]
    await other.close()
    await world.db.close()


async def test_connections_killed_while_nobody_wrote_are_made_anew(
    postgres_tables_url: str,
) -> None:
    world = await settled(postgres_tables_url)
    other = await asyncpg.connect(postgres_tables_url)
    async with receiving(world) as receive:
        await receive.take(said("xin chào", PAO))
        await other.execute(KILLED)
        await taken(receive, said("lại đây", PAO))

        assert await taken(receive, said("lại đây", PAO)) == [None]
    await other.close()
    await world.db.close()

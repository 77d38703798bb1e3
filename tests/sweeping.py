"""Emptying a PostgreSQL database after each test, over one connection that knows its tables."""

import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import asyncpg

NAME = "sweeper"  # tests that kill connections spare it
TABLES = """SELECT tablename FROM pg_tables
            WHERE schemaname = 'public' AND tablename <> 'migrations'"""
# As a replica it does not ask in which order rows hang on each other.
SWEEP = """CREATE FUNCTION pg_temp.sweep() RETURNS void LANGUAGE plpgsql
           SET session_replication_role = replica AS $$ BEGIN {deletes} END $$"""
DELETE = 'IF EXISTS (SELECT FROM "{table}") THEN DELETE FROM "{table}"; END IF;'


class Sweeper:
    """Connects in a thread with a loop of its own, which outlives the loops of the tests."""

    def __init__(self, url: str) -> None:
        self._thread = ThreadPoolExecutor(1)
        self._loop = asyncio.new_event_loop()
        named = {"application_name": NAME}
        self._connection = self._done(asyncpg.connect(url, server_settings=named))
        tables = self._done(self._connection.fetch(TABLES))
        deletes = " ".join(DELETE.format(table=table) for (table,) in tables)
        self._done(self._connection.execute(SWEEP.format(deletes=deletes)))

    def sweep(self) -> None:
        """Take every row out of every table."""
        self._done(self._connection.execute("SELECT pg_temp.sweep()"))

    def close(self) -> None:
        """Go."""
        self._done(self._connection.close())
        self._loop.close()
        self._thread.shutdown()

    def _done(self, act: Coroutine[Any, Any, Any]) -> Any:
        return self._thread.submit(self._loop.run_until_complete, act).result()


@contextmanager
def sweeping(url: str) -> Iterator[Sweeper]:
    """Give who empties the database at a URL."""
    sweeper = Sweeper(url)
    try:
        yield sweeper
    finally:
        sweeper.close()

"""What a database holds, read with the bare driver: the oracle does not trust what it judges."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

import asyncpg

from tests.prove.until import until

Row: TypeAlias = dict[str, Any]
TABLES = ("entries", "dialogs", "inbox", "outbox", "addresses", "counters", "consents", "events")
OPEN = """SELECT count(*) FROM outbox
          WHERE state IN ('pending', 'sending') AND channel <> 'web'"""
SAID = """SELECT id, say FROM outbox WHERE side = 'ours' AND channel = {} AND chat = {}
          ORDER BY id DESC"""


@dataclass(slots=True)
class Kept:
    """Rows by table; `faults` are what the database itself finds wrong."""

    entries: list[Row] = field(default_factory=list)
    dialogs: list[Row] = field(default_factory=list)
    inbox: list[Row] = field(default_factory=list)
    outbox: list[Row] = field(default_factory=list)
    addresses: list[Row] = field(default_factory=list)
    counters: list[Row] = field(default_factory=list)
    consents: list[Row] = field(default_factory=list)
    events: list[Row] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def drafts(self, person: str) -> set[str]:
        """Return all words that a person's unfinished dialogs hold."""
        states = [row["state"] for row in self.dialogs if row["person"] == person]
        return {words for state in states for words in _words(json.loads(state))}


def _words(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    for inner in found.values() if isinstance(found, dict) else ():
        yield from _words(inner)


def _kept(found: Mapping[str, Iterable[Any]], faults: list[str]) -> Kept:
    tables: Any = {table: [dict(row) for row in rows] for table, rows in found.items()}
    return Kept(**tables, faults=faults)


class Store(Protocol):
    """Where a service keeps what it must not lose."""

    url: str

    async def read(self) -> Kept:
        """Return all of it."""
        ...

    async def calm(self) -> bool:
        """Tell whether nothing waits there to be sent."""
        ...

    async def said(self, channel: str, chat: str) -> list[Row]:
        """Return the service's bubbles of a chat, the newest first."""
        ...

    async def bury(self) -> None:
        """Do what follows from the death of whoever wrote there."""
        ...


class OnSqlite:
    """A database file."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._path = url.removeprefix("sqlite:///")

    async def read(self) -> Kept:
        """Return all of it, and what the file itself finds wrong."""
        with closing(self._reading()) as reading:
            reading.row_factory = sqlite3.Row
            found = {t: reading.execute(f"SELECT * FROM {t}").fetchall() for t in TABLES}  # noqa: S608 - TABLES
            sound = reading.execute("PRAGMA integrity_check").fetchall()
            orphans = reading.execute("PRAGMA foreign_key_check").fetchall()
        faults = [row[0] for row in sound if row[0] != "ok"]
        faults += [f"a row of {row[0]} refers to nothing" for row in orphans]
        return _kept(found, faults)

    async def calm(self) -> bool:
        """Tell whether nothing waits there to be sent."""
        try:
            with closing(self._reading()) as reading:
                return not reading.execute(OPEN).fetchone()[0]
        except sqlite3.OperationalError:  # no tables yet, or somebody is just writing
            return False

    async def said(self, channel: str, chat: str) -> list[Row]:
        """Return the service's bubbles of a chat, the newest first."""
        with closing(self._reading()) as reading:
            reading.row_factory = sqlite3.Row
            return [dict(row) for row in reading.execute(SAID.format("?", "?"), (channel, chat))]

    async def bury(self) -> None:
        """Do nothing: the next one knows that it is alone."""

    def _reading(self) -> sqlite3.Connection:
        # Who only reads never tidies up the log: the service is to find it as it was left.
        return sqlite3.connect(f"file:{self._path}?mode=ro", uri=True, timeout=30)


class OnPostgres:
    """A database on a server."""

    def __init__(self, url: str) -> None:
        self.url = url

    async def read(self) -> Kept:
        """Return all of it."""
        async with self._connected() as connection:
            found = {t: await connection.fetch(f"SELECT * FROM {t}") for t in TABLES}  # noqa: S608 - TABLES
        return _kept(found, [])

    async def calm(self) -> bool:
        """Tell whether nothing waits there to be sent."""
        async with self._connected() as connection:
            try:
                return not await connection.fetchval(OPEN)
            except asyncpg.UndefinedTableError:
                return False

    async def said(self, channel: str, chat: str) -> list[Row]:
        """Return the service's bubbles of a chat, the newest first."""
        async with self._connected() as connection:
            rows = await connection.fetch(SAID.format("$1", "$2"), channel, chat)
        return [dict(row) for row in rows]

    async def bury(self) -> None:
        """Let the minute pass after which the rows of the dead are others' to send.

        What it had begun comes to its end on the server first.
        """
        others = """SELECT count(*) FROM pg_stat_activity
                    WHERE datname = current_database() AND backend_type = 'client backend'"""
        async with self._connected() as connection:

            async def alone() -> bool:
                return bool(await connection.fetchval(others) == 1)

            await until(alone)
            with suppress(asyncpg.UndefinedTableError):
                await connection.execute(
                    "UPDATE outbox SET leased_until = 0 WHERE state = 'sending'"
                )

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[Any]:
        connection = await asyncpg.connect(self.url)
        try:
            yield connection
        finally:
            await connection.close()


def store_at(url: str) -> Store:
    """Return the store a database URL names."""
    return OnSqlite(url) if url.startswith("sqlite:///") else OnPostgres(url)

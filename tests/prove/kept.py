"""What a database holds, read with the bare driver: the oracle does not trust what it judges."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import asyncpg

Row: TypeAlias = dict[str, Any]
TABLES = ("entries", "dialogs", "inbox", "outbox", "addresses", "counters", "consents", "events")
OPEN = """SELECT count(*) FROM outbox
          WHERE state IN ('pending', 'sending') AND channel <> 'web'"""


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


async def read_kept(url: str) -> Kept:
    """Return what a database holds."""
    if url.startswith("sqlite:///"):
        return _read_sqlite(url.removeprefix("sqlite:///"))
    connection = await asyncpg.connect(url)
    try:
        found = {t: await connection.fetch(f"SELECT * FROM {t}") for t in TABLES}  # noqa: S608 - TABLES
    finally:
        await connection.close()
    return Kept(**{table: [dict(row) for row in rows] for table, rows in found.items()})


async def count_open(url: str) -> int:
    """Return how many messages are still on their way."""
    if url.startswith("sqlite:///"):
        with closing(_reading(url.removeprefix("sqlite:///"))) as reading:
            return int(reading.execute(OPEN).fetchone()[0])
    connection = await asyncpg.connect(url)
    try:
        return int(await connection.fetchval(OPEN))
    finally:
        await connection.close()


def _reading(path: str) -> sqlite3.Connection:
    # Who only reads never tidies up the log: the service is to find it as it was left.
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=30)


def _read_sqlite(path: str) -> Kept:
    with closing(_reading(path)) as reading:
        reading.row_factory = sqlite3.Row
        found = {t: reading.execute(f"SELECT * FROM {t}").fetchall() for t in TABLES}  # noqa: S608 - TABLES
        sound = reading.execute("PRAGMA integrity_check").fetchall()
        orphans = reading.execute("PRAGMA foreign_key_check").fetchall()
    faults = [row[0] for row in sound if row[0] != "ok"]
    faults += [f"a row of {row[0]} refers to nothing" for row in orphans]
    return Kept(**{t: [dict(row) for row in rows] for t, rows in found.items()}, faults=faults)

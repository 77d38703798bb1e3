import subprocess
import sys
from collections.abc import Mapping

import pytest

from storage import dialogs, entries, events, inbox, outbox, people
from storage.binding import Params
from storage.database import Database, Row, Transaction
from storage.dialogs import StoredDialog
from storage.events import Event
from storage.inbox import MessageKey
from storage.outbox import OutboxRow
from tests.storage.village import PAO, TODAY, chat, entry


class BrokenTransaction:
    """A transaction in which the n-th statement fails."""

    def __init__(self, inner: Transaction, failing: int) -> None:
        self._inner, self._left, self.kind = inner, failing, inner.kind

    async def rows(self, sql: str, params: Params | None = None) -> list[Row]:
        self._count()
        return await self._inner.rows(sql, params or {})

    async def run(self, sql: str, params: Params | None = None) -> None:
        self._count()
        await self._inner.run(sql, params or {})

    def _count(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise ConnectionAbortedError


async def handle_a_message(tx: Transaction) -> None:
    await inbox.claim(tx, [MessageKey(*chat(PAO), "1")], at=1)
    await people.acquainted(tx, [chat(PAO)], today=TODAY)
    number = (await entries.take_numbers(tx, {"DVK-2027": 1}))["DVK-2027"]
    await entries.add(tx, [entry(number)])
    await events.add(tx, [Event("v1", 1, PAO, "a-pao", "register", "e1")])
    await dialogs.keep(tx, [(PAO, StoredDialog("d1", "register"))])
    await outbox.add(tx, [OutboxRow("o1", *chat(PAO), PAO)])


TABLES = ("inbox", "counters", "entries", "entry_versions", "events", "dialogs", "outbox")


async def counted(db: Database) -> Mapping[str, int]:
    async with db.reading() as tx:
        return {
            table: (await tx.rows(f"SELECT count(*) FROM {table}"))[0][0]  # noqa: S608 - from TABLES
            for table in TABLES
        }


async def test_whichever_statement_fails_all_or_nothing_is_there(village: Database) -> None:
    failing = 0
    while True:
        try:
            async with village.writing() as tx:
                await handle_a_message(BrokenTransaction(tx, failing))
            break
        except ConnectionAbortedError:
            assert set((await counted(village)).values()) == {0}
            failing += 1

    assert failing > len(TABLES)
    assert set((await counted(village)).values()) == {1}


KILLED = """
import asyncio, os, signal, sys
from storage.database import open_database
from tests.storage.test_crash import handle_a_message

async def main(url, when):
    db = await open_database(url)
    async with db.writing() as tx:
        await handle_a_message(tx)
        await tx.rows("SELECT 1")
        if when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.parametrize(("when", "left"), [("before", 0), ("after", 1)])
async def test_a_process_killed_around_the_commit_leaves_all_or_nothing(
    village: Database, tables_url: str, when: str, left: int
) -> None:
    child = subprocess.run([sys.executable, "-c", KILLED, tables_url, when], check=False)  # noqa: ASYNC221 - nothing else runs

    assert child.returncode == -9
    assert set((await counted(village)).values()) == {left}

import shutil
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage import settings
from storage.database import Database, open_database


@pytest.fixture
def file(sqlite_with_tables: Path, tmp_path: Path) -> Path:
    """Give the file of a database with all tables."""
    return Path(shutil.copy(sqlite_with_tables, tmp_path / "kheo.db"))


@pytest.fixture
async def db(file: Path) -> AsyncIterator[Database]:
    """Give that database, in which something was written and deleted again."""
    database = await open_database(f"sqlite:///{file}")
    async with database.writing() as tx:
        await settings.put_if_missing(tx, "bird", "chim yến")
    async with database.writing() as tx:
        await tx.run("DELETE FROM settings WHERE name = 'bird'")
    yield database
    await database.close()


def log(file: Path) -> bytes:
    """Return what is in the log of a file."""
    return file.with_name("kheo.db-wal").read_bytes()


async def test_what_was_deleted_is_in_neither_the_file_nor_its_log(
    db: Database, file: Path
) -> None:
    assert "chim yến".encode() in log(file)
    assert await db.scrub()

    assert log(file) == b""
    assert "chim yến".encode() not in file.read_bytes()  # noqa: ASYNC240 - nothing else runs


async def test_whoever_still_reads_the_log_delays_it(db: Database, file: Path) -> None:
    reader = sqlite3.connect(file)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM settings").fetchall()
    async with db.writing() as tx:
        await settings.put_if_missing(tx, "more", "…")
    assert not await db.scrub()
    reader.close()

    assert await db.scrub()


async def test_it_can_be_written_afterwards_as_before(db: Database) -> None:
    await db.scrub()
    async with db.writing() as tx:
        assert await settings.put_if_missing(tx, "bird", "sáo") == "sáo"


async def test_postgres_does_it_by_itself(postgres_tables_url: str) -> None:
    database = await open_database(postgres_tables_url)
    try:
        assert await database.scrub()
    finally:
        await database.close()

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from rules.occurrences import Key
from storage import occurrences
from storage.database import Database, open_database
from storage.migrate import TooNew, migrate, statements
from tests.storage.sending import claimed

FILES = Path(__file__).parents[2] / "storage" / "migrations"
STEPS = sorted(int(path.name[:4]) for path in FILES.glob("*.sql"))


@pytest.fixture
async def empty(database_url: str) -> AsyncIterator[Database]:
    database = await open_database(database_url)
    yield database
    await database.close()


async def tables(database: Database) -> int:
    everything = {
        "sqlite": "SELECT count(*) FROM sqlite_schema WHERE type = 'table'",
        "postgres": "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'",
    }
    async with database.reading() as tx:
        number: int = (await tx.rows(everything[database.kind]))[0][0]
    return number


async def done(database: Database) -> list[int]:
    async with database.reading() as tx:
        return [number for (number,) in await tx.rows("SELECT number FROM migrations")]


async def test_migrating_twice_is_migrating_once(empty: Database) -> None:
    await migrate(empty)
    before = await tables(empty)
    await migrate(empty)

    assert before > 20
    assert await tables(empty) == before
    assert await done(empty) == STEPS


async def test_of_two_processes_that_start_at_once_one_migrates(
    empty: Database, database_url: str
) -> None:
    other = await open_database(database_url)
    try:
        await asyncio.gather(migrate(empty), migrate(other))
    finally:
        await other.close()

    assert await done(empty) == STEPS


async def test_a_database_newer_than_the_code_is_refused(empty: Database) -> None:
    await migrate(empty)
    async with empty.writing() as tx:
        await tx.run("INSERT INTO migrations (number, name) VALUES (9999, 'from_the_future')")

    with pytest.raises(TooNew):
        await migrate(empty)


async def test_steps_are_taken_in_order_and_each_once(empty: Database, tmp_path: Path) -> None:
    (tmp_path / "0002_more.sql").write_text("INSERT INTO a (b) VALUES ('x;y');")
    (tmp_path / "0001_first.sql").write_text("CREATE TABLE a (b TEXT NOT NULL);")
    await migrate(empty, folder=tmp_path)
    (tmp_path / "0003_last.sql").write_text("INSERT INTO a (b) VALUES ('z');")
    await migrate(empty, folder=tmp_path)

    async with empty.reading() as tx:
        assert await tx.rows("SELECT b FROM a ORDER BY b") == [("x;y",), ("z",)]


async def test_a_step_that_fails_leaves_nothing_of_itself(empty: Database, tmp_path: Path) -> None:
    (tmp_path / "0001_good.sql").write_text("CREATE TABLE a (b TEXT);")
    (tmp_path / "0002_bad.sql").write_text(
        "CREATE TABLE c (d TEXT); INSERT INTO nowhere VALUES (1);"
    )

    with pytest.raises(Exception, match="nowhere"):
        await migrate(empty, folder=tmp_path)

    assert await done(empty) == [1]
    assert await tables(empty) == 2


async def test_ids_are_in_order_of_time_whatever_the_servers_language(empty: Database) -> None:
    await migrate(empty)
    async with empty.writing() as tx:
        names = [("ac", "1"), ("ca", "1"), ("cha", "1"), ("cz", "1"), ("Z", "1")]
        await tx.run("INSERT INTO settings (name, value) VALUES :rows", {"rows": names})

        found = await tx.rows("SELECT name FROM settings ORDER BY name")
    assert [name for (name,) in found] == ["Z", "ac", "ca", "cha", "cz"]


def test_a_semicolon_in_a_comment_or_a_string_ends_no_statement() -> None:
    script = "CREATE TABLE a ( -- it's; fine\n b TEXT);\nINSERT INTO a VALUES ('x -- ;');\n-- end\n"

    assert statements(script) == [
        "CREATE TABLE a ( \n b TEXT)",
        "INSERT INTO a VALUES ('x -- ;')",
    ]


async def test_what_waited_to_be_sent_in_the_last_release_is_sent(
    empty: Database, tmp_path: Path
) -> None:
    for path in sorted(FILES.glob("000[123]_*.sql")):
        (tmp_path / path.name).write_text(path.read_text("utf-8"))
    await migrate(empty, folder=tmp_path)
    async with empty.writing() as tx:
        row = ("o1", "telegram", "", "c", "pao", "ours", "bulk", '{"text":"x"}', "pending")
        await tx.run(
            """INSERT INTO outbox (id, channel, bot, chat, person, side, urgency, say, state,
                   attempts, doubts, not_before, lease, leased_until, external, error, created_at,
                   settled_at) VALUES :rows""",
            {"rows": [(*row, 0, 0, 0, "", 0, "", "", 1, 0)]},
        )
        await tx.run("INSERT INTO launches VALUES ('l1', 'p', 'm', '2027-03-01', 'hanh', 1)")
        await tx.run("INSERT INTO announced VALUES ('l1', 'pao', 'suoi-da', 1, 0)")
    await migrate(empty)

    async with empty.writing() as tx:
        assert await claimed(tx) == ["o1"]
        told = await occurrences.reasons(tx, [Key("launch:l1", "pao", "1", "send")])
    assert list(told.values()) == [""]

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rules.clean import clean
from storage import dialogs
from storage.database import Database, Row, Unavailable, open_database
from storage.dialogs import StoredDialog
from tests.storage.village import PAO

PUT = "INSERT INTO settings (name, value) VALUES (:name, :value)"


async def settings_of(db: Database) -> list[Row]:
    async with db.reading() as tx:
        return await tx.rows("SELECT name, value FROM settings ORDER BY name")


async def test_what_was_written_is_there_after_the_commit(db: Database) -> None:
    async with db.writing() as tx:
        await tx.run(PUT, {"name": "a", "value": "1"})

    assert await settings_of(db) == [("a", "1")]


async def test_a_transaction_reads_what_it_wrote(db: Database) -> None:
    async with db.writing() as tx:
        await tx.run(PUT, {"name": "a", "value": "1"})

        assert await tx.rows("SELECT value FROM settings") == [("1",)]


async def test_nobody_reads_what_is_not_committed(db: Database) -> None:
    async with db.writing() as tx:
        assert await tx.rows(f"{PUT} RETURNING name", {"name": "a", "value": "1"}) == [("a",)]

        assert await settings_of(db) == []


async def test_a_reader_sees_one_moment(db: Database) -> None:
    async with db.reading() as reader:
        before = await reader.rows("SELECT count(*) FROM settings")
        async with db.writing() as tx:
            await tx.run(PUT, {"name": "a", "value": "1"})

        assert await reader.rows("SELECT count(*) FROM settings") == before


async def test_an_exception_leaves_nothing(db: Database) -> None:
    async def write_and_fail() -> None:
        async with db.writing() as tx:
            await tx.rows(f"{PUT} RETURNING name", {"name": "a", "value": "1"})
            await tx.run(PUT, {"name": "b", "value": "2"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await write_and_fail()

    assert await settings_of(db) == []


async def test_a_wrong_statement_leaves_nothing_and_the_next_transaction_works(
    db: Database,
) -> None:
    async def write(*keys: str) -> None:
        async with db.writing() as tx:
            for key in keys:
                await tx.run(PUT, {"name": key, "value": "1"})

    with pytest.raises(Exception, match=r"(?i)unique"):
        await write("a", "a")
    await write("b")

    assert await settings_of(db) == [("b", "1")]


async def test_a_cancelled_transaction_leaves_nothing(db: Database) -> None:
    written = asyncio.Event()

    async def write_and_wait() -> None:
        async with db.writing() as tx:
            await tx.rows(f"{PUT} RETURNING name", {"name": "a", "value": "1"})
            written.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(write_and_wait())
    await written.wait()
    task.cancel()
    await asyncio.wait([task])

    assert task.cancelled()
    async with db.writing() as tx:
        await tx.run(PUT, {"name": "b", "value": "2"})
    assert await settings_of(db) == [("b", "2")]


async def test_a_transaction_cancelled_in_a_statement_leaves_nothing(db: Database) -> None:
    async def write() -> None:
        async with db.writing() as tx:
            for n in range(1000):
                await tx.rows(f"{PUT} RETURNING name", {"name": f"a{n}", "value": "1"})
                asyncio.get_running_loop().call_soon(task.cancel)

    task = asyncio.create_task(write())
    await asyncio.wait([task])

    assert task.cancelled()
    assert await settings_of(db) == []


async def test_whoever_is_cancelled_while_it_begins_leaves_nothing_half_begun(db: Database) -> None:
    troubles: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, what: troubles.append(what))

    async def write() -> None:
        async with db.writing() as tx:
            await tx.rows("SELECT 1")

    for turns in range(12):  # of the loop, until it is cancelled
        task = asyncio.create_task(write())
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])

    await write()
    assert troubles == []


async def test_what_reads_cannot_write(db: Database) -> None:
    with pytest.raises(Unavailable):
        async with db.reading() as tx:
            await tx.rows(f"{PUT} RETURNING name", {"name": "a", "value": "1"})


async def test_a_transaction_without_statements_is_fine(db: Database) -> None:
    async with db.writing() as tx:
        await tx.run("INSERT INTO settings (name, value) VALUES :rows", {"rows": []})

    assert await settings_of(db) == []


async def test_a_lock_held_by_somebody_else_is_nobodys_fault(db: Database, tables_url: str) -> None:
    async with db.writing() as tx:
        await tx.run(PUT, {"name": "a", "value": "1"})
    other = await open_database(tables_url)
    try:
        impatient = "PRAGMA busy_timeout=1" if db.kind == "sqlite" else "SET lock_timeout='1ms'"
        async with other.writing() as theirs:
            await theirs.rows(impatient)
        async with db.writing() as tx:
            await tx.rows("SELECT 1 FROM settings FOR UPDATE")
            with pytest.raises(Unavailable):
                async with other.writing() as theirs:
                    await theirs.run("UPDATE settings SET value = '2'")
    finally:
        await other.close()


async def test_a_full_disk_is_nobodys_fault_and_there_may_be_room_again(
    sqlite_url: str,
) -> None:
    db = await open_database(sqlite_url)
    try:
        async with db.writing() as tx:
            await tx.run("CREATE TABLE heaps (heap TEXT)")
            await tx.run("PRAGMA max_page_count=4")
        with pytest.raises(Unavailable):
            async with db.writing() as tx:
                await tx.run("INSERT INTO heaps VALUES (:heap)", {"heap": "x" * 100_000})
        async with db.writing() as tx:
            await tx.run("PRAGMA max_page_count=400")
            await tx.run("INSERT INTO heaps VALUES (:heap)", {"heap": "x" * 100_000})
            assert await tx.rows("SELECT length(heap) FROM heaps") == [(100_000,)]
    finally:
        await db.close()


async def test_a_server_that_hangs_up_is_nobodys_fault_and_may_come_back(
    postgres_url: str,
) -> None:
    db = await open_database(postgres_url)
    try:
        with pytest.raises(Unavailable):
            async with db.writing() as tx:
                await tx.rows("SELECT pg_terminate_backend(pg_backend_pid())")
        async with db.writing() as tx:
            assert await tx.rows("SELECT 1") == [(1,)]
    finally:
        await db.close()


@pytest.mark.parametrize(
    "url",
    ["sqlite:////nowhere/at/all/kheo.db", "postgresql://kheo@/kheo?host=/nowhere/at/all"],
)
async def test_a_database_that_is_not_there_is_nobodys_fault(url: str) -> None:
    with pytest.raises(Unavailable):
        await open_database(url)


async def test_an_error_of_the_callers_own_stays_what_it_is(db: Database) -> None:
    with pytest.raises(TimeoutError):
        async with db.writing():
            raise TimeoutError


async def test_sqlite_is_set_to_lose_nothing(sqlite_url: str) -> None:
    names = (
        "journal_mode",
        "synchronous",
        "foreign_keys",
        "secure_delete",
        "trusted_schema",
        "mmap_size",
    )
    db = await open_database(sqlite_url)
    try:
        async with db.writing() as tx:
            found = [(await tx.rows(f"PRAGMA {name}"))[0][0] for name in names]
    finally:
        await db.close()

    assert found == ["wal", 2, 1, 1, 0, 0]


async def test_a_command_beside_a_bot_leaves_the_checkpoints_to_it(sqlite_url: str) -> None:
    db = await open_database(sqlite_url, beside=True)
    try:
        async with db.writing() as tx:
            assert await tx.rows("PRAGMA wal_autocheckpoint") == [(0,)]
    finally:
        await db.close()


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text())
async def test_any_text_a_person_may_type_comes_back_as_it_was(
    village: Database, text: str
) -> None:
    async with village.writing() as tx:
        found = await tx.rows("SELECT CAST(:text AS TEXT)", {"text": clean(text)})
        await dialogs.keep(tx, [(PAO, StoredDialog("d", "register", {"name": clean(text)}))])
        kept = (await dialogs.of_people(tx, [PAO]))[PAO]

    assert found == [(clean(text),)]
    assert kept[0].state == {"name": clean(text)}

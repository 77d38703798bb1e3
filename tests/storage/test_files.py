"""Which files are to be worked on, by whom, and which bytes may go."""

from storage import files
from storage.chats import Chat
from storage.database import Database
from storage.files import File
from storage.merging import merge
from storage.people import Newcomer, greet

HERE = Chat("web", "", "w-hanh")


def wanted(key: str, person: str = "hanh", **more: object) -> File:
    return File(key, person, "out", "template", "Mẫu.xlsx", HERE, 1, 1000, **more)  # type: ignore[arg-type] # its other fields


async def want(db: Database, *rows: File) -> None:
    async with db.writing() as tx:
        for row in rows:
            await files.want(tx, row)


async def claim(db: Database, *, now: int = 1, until: int = 100) -> list[str]:
    async with db.writing() as tx:
        return [file.id for file in await files.claim(tx, now=now, until=until, limit=9)]


async def test_what_was_wanted_is_what_is_found(db: Database) -> None:
    one = wanted("f1", about={"of": "units"}, remote="r", hash="h", size=3)
    await want(db, one)

    async with db.reading() as tx:
        assert await files.of_person(tx, "f1", person="hanh") == one
        assert await files.of_person(tx, "f1", person="lua") is None
        assert await files.find(tx, "f2") is None


async def test_one_file_a_person_is_taken_the_oldest_first(db: Database) -> None:
    await want(db, wanted("f2"), wanted("f1"), wanted("f3", "lua"))

    assert await claim(db) == ["f1", "f3"]
    assert await claim(db) == []


async def test_what_is_taken_is_nobody_elses_until_its_time_is_over(db: Database) -> None:
    await want(db, wanted("f1"))
    await claim(db, until=100)

    assert await claim(db, now=99) == []
    assert await claim(db, now=100) == ["f1"]


async def test_one_that_failed_lets_the_next_one_pass(db: Database) -> None:
    await want(db, wanted("f1"), wanted("f2"))
    await claim(db)
    async with db.writing() as tx:
        await files.later(tx, "f1", not_before=500)

    assert await claim(db) == ["f2"]


async def test_after_a_start_alone_everything_wanted_is_free(db: Database) -> None:
    await want(db, wanted("f1"))
    await claim(db, until=10_000)
    async with db.writing() as tx:
        await files.release(tx)

    assert await claim(db) == ["f1"]


async def test_a_file_is_kept_only_once(db: Database) -> None:
    await want(db, wanted("f1"))
    async with db.writing() as tx:
        first = await files.kept(tx, "f1", hash="a", size=1)
        second = await files.kept(tx, "f1", hash="b", size=1)

    assert (first, second) == (True, False)


async def test_what_is_gone_is_litter_until_it_is_swept(db: Database) -> None:
    await want(db, wanted("f1", hash="a"), wanted("f2", hash="b"))
    async with db.writing() as tx:
        await files.refuse(tx, "f1", reason="table-broken")
        await files.expire(tx, now=999)
        assert await files.litter(tx) == [("f1", "a")]
        await files.swept(tx, ["f1"])
        assert await files.litter(tx) == []
        await files.expire(tx, now=1000)
        assert await files.litter(tx) == [("f2", "b")]
        assert await files.known(tx, ["a", "b"]) == {"b"}


async def test_only_its_own_person_drops_a_file(db: Database) -> None:
    await want(db, wanted("f1"))
    async with db.writing() as tx:
        assert not await files.drop(tx, "f1", person="lua")
        assert await files.drop(tx, "f1", person="hanh")
        assert not await files.drop(tx, "f1", person="hanh")


async def test_whoever_becomes_somebody_keeps_their_files(db: Database) -> None:
    newcomers = [Newcomer(Chat("web", "", p), f"a-{p}", p) for p in ("hanh", "lua")]
    await want(db, wanted("f1", "lua"))
    async with db.writing() as tx:
        await greet(tx, newcomers, at=1, language="vi")
        await merge(tx, kept="hanh", gone="lua")
        assert await files.of_person(tx, "f1", person="hanh")

import asyncio

from storage import programmes, settings
from storage.database import Database
from storage.programmes import Version


async def test_a_text_is_a_version_and_the_same_text_the_same_version(db: Database) -> None:
    texts = [("dvk", "first"), ("dvk", "second"), ("dvk", "first"), ("other", "first")]
    async with db.writing() as tx:
        kept = [
            await programmes.keep(tx, code, text, hash_=f"#{text}", at=1) for code, text in texts
        ]

        assert await programmes.versions(tx) == [
            Version("dvk", 1, "first"),
            Version("dvk", 2, "second"),
            Version("other", 1, "first"),
        ]
    assert kept == [1, 2, 1, 1]


async def test_of_many_that_load_a_text_at_once_all_get_one_version(db: Database) -> None:
    async def keep(text: str) -> int:
        async with db.writing() as tx:
            return await programmes.keep(tx, "dvk", text, hash_=f"#{text}", at=1)

    kept = await asyncio.gather(*(keep(f"text {n % 2}") for n in range(6)))

    assert sorted(set(kept)) == [1, 2]
    assert len(set(kept[::2])) == len(set(kept[1::2])) == 1


async def test_a_setting_is_put_once(db: Database) -> None:
    async with db.writing() as tx:
        assert await settings.get(tx, "code-pepper") is None
        assert await settings.put_if_missing(tx, "code-pepper", "first") == "first"
        assert await settings.put_if_missing(tx, "code-pepper", "second") == "first"
        assert await settings.get(tx, "code-pepper") == "first"


async def test_of_many_that_put_a_setting_at_once_all_get_one_value(db: Database) -> None:
    async def put(value: str) -> str:
        async with db.writing() as tx:
            return await settings.put_if_missing(tx, "code-pepper", value)

    assert len(set(await asyncio.gather(*(put(str(n)) for n in range(6))))) == 1

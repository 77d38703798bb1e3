import asyncio

import pytest

from rules.person import Membership, Unit
from rules.requests import CodeMeaning, Meaning
from storage import codes
from storage.codes import Found, NewCode, hash_code
from storage.database import Database
from tests.storage.village import NOW, PAO, SUOI_DA, TODAY, ask

UNIT_CODE = NewCode("h1", "unit", 2, NOW + 10, NOW, unit=SUOI_DA, role="officer", position="Bí thư")
MEANING = Meaning(
    "unit",
    Membership(
        Unit(SUOI_DA, "Chi bộ bản Suối Đá", "branch", "Bản Suối Đá"),
        "Bí thư",
        "officer",
        confirmed=True,
    ),
)


async def test_a_code_means_a_place_in_a_unit(village: Database) -> None:
    async with village.writing() as tx:
        await codes.add(tx, [UNIT_CODE])

        assert await codes.meaning(tx, "h1", now=NOW, today=TODAY) == Found(MEANING, "")


async def test_a_way_back_means_a_person(village: Database) -> None:
    async with village.writing() as tx:
        await codes.add(tx, [NewCode("h1", "return", 1, NOW + 10, NOW, person=PAO)])

        found = await codes.meaning(tx, "h1", now=NOW, today=TODAY)
    assert found == Found(Meaning("return", None, "Giàng A Páo"), PAO)


async def test_a_code_is_good_so_many_times_and_so_long(village: Database) -> None:
    async with village.writing() as tx:
        await codes.add(tx, [UNIT_CODE])

        assert not await codes.use(tx, "h1", now=NOW + 10)
        assert [await codes.use(tx, "h1", now=NOW) for _ in range(3)] == [True, True, False]


@pytest.mark.parametrize(("key", "now"), [("h2", NOW), ("h1", NOW + 10)])
async def test_wrong_and_expired_codes_mean_the_same_nothing(
    village: Database, key: str, now: int
) -> None:
    async with village.writing() as tx:
        await codes.add(tx, [UNIT_CODE])

        assert await codes.meaning(tx, key, now=now, today=TODAY) == Found(Meaning(), "")


async def test_a_used_code_means_nothing_either(village: Database) -> None:
    async with village.writing() as tx:
        await codes.add(tx, [NewCode("h1", "return", 1, NOW + 10, NOW, person=PAO)])
        await codes.use(tx, "h1", now=NOW)

        assert await codes.meaning(tx, "h1", now=NOW, today=TODAY) == Found(Meaning(), "")


async def test_a_code_for_one_is_used_by_one_of_many_at_the_same_time(village: Database) -> None:
    async with village.writing() as tx:
        await codes.add(tx, [NewCode("h1", "return", 1, NOW + 10, NOW, person=PAO)])

    async def use() -> bool:
        async with village.writing() as tx:
            return await codes.use(tx, "h1", now=NOW)

    assert sum(await asyncio.gather(*(use() for _ in range(6)))) == 1


async def test_a_person_has_one_way_back(village: Database) -> None:
    async with village.writing() as tx:
        await codes.add(tx, [UNIT_CODE, NewCode("h2", "return", 1, NOW + 10, NOW, person=PAO)])
        await codes.end_returns(tx, PAO)

        assert [await codes.use(tx, key, now=NOW) for key in ("h1", "h2")] == [True, False]


async def test_a_conversation_asks_with_the_code_and_the_database_has_none(
    village: Database,
) -> None:
    async with village.writing() as tx:
        secret = hash_code("pepper", "AB12-CD34")
        await codes.add(tx, [NewCode(secret, "unit", 1, NOW + 10, NOW, unit=SUOI_DA)])

        found = await ask(tx, PAO, CodeMeaning("AB12-CD34"))
        assert isinstance(found, Meaning)
        assert found.kind == "unit"
        assert "AB12" not in repr(await tx.rows("SELECT * FROM codes"))


def test_without_the_pepper_a_hash_says_nothing() -> None:
    assert hash_code("pepper", "AB12") == hash_code("pepper", "AB12")
    assert len({hash_code(p, c) for p in ("pepper", "salt") for c in ("AB12", "AB13")}) == 4


async def test_tries_are_counted_at_an_address_and_in_all_since_a_time(db: Database) -> None:
    async with db.writing() as tx:
        for address, at in [("a1", 10), ("a1", 20), ("a2", 20), ("a2", 30)]:
            await codes.note_try(tx, address, at=at)

        assert await codes.tries(tx, "a1", since=10) == 2
        assert await codes.tries(tx, "a1", since=11) == 1
        assert await codes.tries_in_all(tx, since=20) == 3

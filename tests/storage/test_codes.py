import asyncio

import pytest

from rules.person import Membership, Unit
from rules.requests import CodeMeaning, Meaning
from storage import codes, invitations
from storage.codes import Found, NewCode, hash_code
from storage.database import Database
from tests.storage.village import LAN, NOW, PAO, SUOI_DA, TODAY, ask

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


async def test_ways_back_that_would_end_soon_are_ended(village: Database) -> None:
    returns = [NewCode(f"h{n}", "return", 1, NOW + n, NOW, person=PAO) for n in (10, 20)]
    async with village.writing() as tx:
        await codes.add(tx, [UNIT_CODE, *returns])
        await codes.end_returns(tx, PAO, before=NOW + 20)

        used = [await codes.use(tx, key, now=NOW) for key in ("h1", "h10", "h20")]
    assert used == [True, False, True]


async def test_codes_are_live_until_they_are_used_expired_or_taken_back(village: Database) -> None:
    async with village.writing() as tx:
        mine = [NewCode(f"h{n}", "unit", 1, NOW + 10, NOW, unit=SUOI_DA, id=f"c{n}") for n in "234"]
        await codes.add(tx, [UNIT_CODE, *mine])
        await codes.use(tx, "h2", now=NOW)
        await invitations.end(tx, ["c3"], now=NOW)

        assert await codes.live(tx, now=NOW) == 2
        assert await codes.live(tx, now=NOW + 10) == 0
        assert not await codes.use(tx, "h3", now=NOW)
        assert await codes.meaning(tx, "h3", now=NOW, today=TODAY) == Found(Meaning(), "")


async def test_whose_a_code_was_is_remembered_after_it_was_used(village: Database) -> None:
    own = NewCode("h2", "unit", 0, NOW, NOW, unit=SUOI_DA, person=PAO)
    async with village.writing() as tx:
        await codes.add(tx, [UNIT_CODE, own, NewCode("h3", "return", 0, NOW, NOW, person=PAO)])

        assert await codes.was_for(tx, "h1", person=LAN) == ("unit", SUOI_DA)
        assert await codes.was_for(tx, "h2", person=PAO) == ("unit", SUOI_DA)
        assert await codes.was_for(tx, "h3", person=PAO) == ("return", "")
        assert {await codes.was_for(tx, key, person=LAN) for key in ("h2", "h3", "h4")} == {
            ("", "")
        }


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

import asyncio

import pytest

from storage import inbox
from storage.database import Database
from storage.inbox import Failure, MessageKey

HELLO = MessageKey("telegram", "kheo", "chat", "1")
AGAIN = MessageKey("telegram", "kheo", "chat", "2")


async def test_a_message_is_claimed_once(db: Database) -> None:
    async with db.writing() as tx:
        first = await inbox.claim(tx, [HELLO], at=1)
        second = await inbox.claim(tx, [HELLO, AGAIN], at=2)

    assert (first, second) == ({HELLO}, {AGAIN})


async def test_a_message_twice_in_a_batch_is_claimed_once(db: Database) -> None:
    async with db.writing() as tx:
        claimed = await inbox.claim(tx, [HELLO, HELLO], at=1)

    assert claimed == {HELLO}


async def test_nothing_is_claimed_of_nothing(db: Database) -> None:
    async with db.writing() as tx:
        assert await inbox.claim(tx, [], at=1) == set()


async def test_the_same_id_in_another_chat_is_another_message(db: Database) -> None:
    elsewhere = HELLO._replace(chat="other")

    async with db.writing() as tx:
        assert await inbox.claim(tx, [HELLO, elsewhere], at=1) == {HELLO, elsewhere}


async def test_of_many_at_the_same_time_one_claims_a_message(db: Database) -> None:
    async def claim() -> set[MessageKey]:
        async with db.writing() as tx:
            return await inbox.claim(tx, [AGAIN, HELLO], at=1)

    claimed = await asyncio.gather(*(claim() for _ in range(6)))

    assert sorted(map(len, claimed)) == [0, 0, 0, 0, 0, 2]


async def test_a_message_claimed_in_a_transaction_that_failed_can_be_claimed_again(
    db: Database,
) -> None:
    async def claim_and_fail() -> None:
        async with db.writing() as tx:
            await inbox.claim(tx, [HELLO], at=1)
            raise LookupError

    with pytest.raises(LookupError):
        await claim_and_fail()

    async with db.writing() as tx:
        assert await inbox.claim(tx, [HELLO], at=2) == {HELLO}


async def test_the_body_of_a_failed_message_is_kept(db: Database) -> None:
    async with db.writing() as tx:
        await inbox.claim(tx, [AGAIN], at=1)
        await inbox.fail(tx, HELLO, at=2, body="xin chào")
        await inbox.fail(tx, AGAIN, at=3, body="lại đây")

        assert await inbox.failures(tx) == [
            Failure(AGAIN, 1, "lại đây"),
            Failure(HELLO, 2, "xin chào"),
        ]


async def test_a_failed_message_is_not_claimed_again(db: Database) -> None:
    async with db.writing() as tx:
        await inbox.fail(tx, HELLO, at=2, body="xin chào")

        assert await inbox.claim(tx, [HELLO], at=3) == set()


async def test_old_messages_are_forgotten(db: Database) -> None:
    async with db.writing() as tx:
        await inbox.fail(tx, HELLO, at=10, body="xin chào")
        await inbox.claim(tx, [AGAIN], at=20)
        await inbox.forget(tx, before=20)

        assert await inbox.failures(tx) == []
        assert await inbox.claim(tx, [HELLO, AGAIN], at=30) == {HELLO}

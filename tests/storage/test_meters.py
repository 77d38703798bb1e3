"""Meters: what bots said and heard in a month, added up by whoever sends."""

import asyncio

from rules.budget import Meter
from storage import meters, people
from storage.chats import Chat
from storage.database import Database
from storage.meters import Bot, Use
from storage.people import Newcomer

ONE, TWO = Bot("zalo", "1"), Bot("zalo", "2")
MARCH, APRIL = "2027-03", "2027-04"


async def of(db: Database, month: str = MARCH) -> dict[Bot, Meter]:
    async with db.reading() as tx:
        return await meters.of_month(tx, month, ["zalo"])


async def count(db: Database, *uses: Use) -> None:
    async with db.writing() as tx:
        await meters.count(tx, uses)


async def test_each_bot_and_month_has_its_own(db: Database) -> None:
    await count(db, Use(ONE, MARCH, sent=2), Use(TWO, MARCH, received=1), Use(ONE, MARCH, sent=1))
    await count(db, Use(ONE, MARCH, received=4), Use(ONE, APRIL, sent=1))

    assert await of(db) == {ONE: Meter(3, 4), TWO: Meter(0, 1)}
    assert await of(db, APRIL) == {ONE: Meter(1)}


async def test_two_who_count_at_once_lose_nothing(db: Database) -> None:
    await asyncio.gather(*(count(db, Use(ONE, MARCH, sent=1)) for _ in range(5)))

    assert await of(db) == {ONE: Meter(5)}


async def test_who_has_closed_the_chat_is_none_of_a_bots_people(db: Database) -> None:
    there, gone = Chat(*ONE, "there"), Chat(*ONE, "gone")
    async with db.writing() as tx:
        new = [Newcomer(chat, f"a-{chat.chat}", chat.chat) for chat in (there, gone)]
        await people.greet(tx, new, at=1, language="vi")
        await people.block(tx, gone)
        counted = await meters.people_at(tx, ["zalo"])

    assert counted == {ONE: 1}


async def test_a_plan_used_up_stays_so_until_something_is_said_again(db: Database) -> None:
    for at in (7, 8):
        async with db.writing() as tx:
            await meters.spend(tx, bot=ONE, month=MARCH, at=at)
    await count(db, Use(ONE, MARCH, received=1))
    spent = await of(db)
    await count(db, Use(ONE, MARCH, sent=1))

    assert spent == {ONE: Meter(0, 1, spent_at=8)}
    assert await of(db) == {ONE: Meter(1, 1)}

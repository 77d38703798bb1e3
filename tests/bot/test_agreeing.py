"""Nobody agrees to what they have not been asked yet."""

import pytest

from storage.chats import Chat
from storage.database import Database
from tests.bot.scene import receiving, said
from tests.hamlet import hamlet, settle_in
from tests.talk import Talk

NEWCOMER = "5c0ffee5"


async def newcomer(db: Database, channel: str) -> Talk:
    world = hamlet(db)
    async with db.writing() as tx:
        await settle_in(tx)
    return Talk(world, channel, NEWCOMER)


def asks_for_consent(text: str) -> bool:
    return "Trợ lý lưu họ tên, đơn vị, chức vụ, số điện thoại của đồng chí" in text


@pytest.mark.parametrize("channel", ["zalo", "telegram", "web"])
@pytest.mark.parametrize("words", ["1", "đồng ý"])
async def test_who_agrees_first_of_all_is_asked_and_then_heard(
    db: Database, channel: str, words: str
) -> None:
    talk = await newcomer(db, channel)

    (asked,) = await talk.says(words)
    (thanked, *_) = await talk.says(words)

    assert asks_for_consent(asked.text)
    assert thanked.text.startswith("Cảm ơn đồng chí.")


async def test_a_number_agrees_to_nothing_that_never_came(db: Database) -> None:
    talk = await newcomer(db, "zalo")
    await talk.says("xin chào")
    async with db.writing() as tx:
        await tx.run("UPDATE outbox SET state = 'failed'")

    (asked,) = await talk.says("1")

    assert asks_for_consent(asked.text)


async def test_where_our_clock_is_far_ahead_consent_is_asked_for_twice_and_given(
    db: Database,
) -> None:
    world = hamlet(db)
    there = Chat("zalo", "145", NEWCOMER)
    replies: list[str] = []
    async with receiving(world) as receive:
        for number, words in enumerate(("xin chào", "1", "1")):
            await receive.take(said(words, there, id=f"m:{number}", at=world.clock.ms - 600_000))
            async with db.writing() as tx:
                now = {"now": world.clock.ms}
                await tx.run("UPDATE outbox SET state = 'sent', settled_at = :now", now)
                replies += (await tx.rows("SELECT say FROM outbox ORDER BY id DESC LIMIT 1"))[0]

    assert ["trước khi thấy câu này" in str(say) for say in replies] == [False, True, False]
    assert "Cảm ơn đồng chí." in str(replies[-1])

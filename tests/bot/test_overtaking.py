"""Photos one after the other cost one count where messages are counted."""

from dataclasses import replace

import pytest

from bot.channels import PictureSent
from bot.receive import Receiving
from conversations.said import Photo
from rules.budget import Plan
from storage.chats import Chat
from storage.database import Transaction
from tests.bot.scene import reach, receiving, said
from tests.hamlet import Hamlet

PAO = Chat("zalo", "145", "pao-z")
ON_TELEGRAM = Chat("telegram", "kheo", "pao-t")
PICTURE = PictureSent("https://photo-stal-29.zdn.vn/1.jpg")


@pytest.fixture
async def counted(world: Hamlet) -> Hamlet:
    """Give the hamlet with Páo at two chats, of which one counts messages."""
    world.shell = replace(world.shell, plans={"zalo": Plan(3000, 50, both=True)})
    await reach(world, "pao", PAO, ON_TELEGRAM)
    return world


async def album(receive: Receiving, chat: Chat, *numbers: int) -> None:
    for number in numbers:
        await receive.take(said(Photo(""), chat, id=f"m:{number}", picture=PICTURE))


async def said_to(tx: Transaction, chat: Chat) -> list[str]:
    """Return what goes to a chat in the end: what was dropped does not."""
    found = await tx.rows(
        """SELECT say FROM outbox WHERE channel = :channel AND chat = :chat
           AND state <> 'dropped' ORDER BY id""",
        {"channel": chat.channel, "chat": chat.chat},
    )
    return [str(say) for (say,) in found]


async def test_of_the_counts_of_an_album_the_last_is_said(counted: Hamlet) -> None:
    async with receiving(counted) as receive:
        await receive.take(said("đăng ký", PAO))
        await album(receive, PAO, 1, 2, 3, 4)

    async with counted.db.reading() as tx:
        _question, first, last = await said_to(tx, PAO)
    assert "Đã nhận 1 ảnh" in first
    assert "Đã nhận 4 ảnh" in last


async def test_a_count_that_was_waited_for_long_enough_is_said(counted: Hamlet) -> None:
    async with receiving(counted) as receive:
        await receive.take(said("đăng ký", PAO))
        await album(receive, PAO, 1, 2)
        async with counted.db.writing() as tx:  # it is being sent by now
            await tx.run("UPDATE outbox SET state = 'sending', attempts = 1")
        await album(receive, PAO, 3)

    async with counted.db.reading() as tx:
        assert len(await said_to(tx, PAO)) == 4


async def test_where_nothing_is_counted_each_photo_is_answered_at_once(counted: Hamlet) -> None:
    async with receiving(counted) as receive:
        await receive.take(said("đăng ký", ON_TELEGRAM))
        await album(receive, ON_TELEGRAM, 1, 2, 3)

    async with counted.db.reading() as tx:
        assert len(await said_to(tx, ON_TELEGRAM)) == 4
        late = await tx.rows("SELECT 1 FROM outbox WHERE error LIKE 'counts%'")
    assert late == []


async def test_an_answer_to_something_else_comes_after_the_count(counted: Hamlet) -> None:
    async with receiving(counted) as receive:
        await receive.take(said("đăng ký", PAO))
        await album(receive, PAO, 1, 2)
        await receive.take(said("trợ giúp", PAO))

    async with counted.db.reading() as tx:
        *_, count, answer = await said_to(tx, PAO)
        waiting = await tx.rows(
            "SELECT 1 FROM outbox WHERE error LIKE 'counts%' AND not_before > :now",
            {"now": counted.clock.now_ms()},
        )
    assert len(waiting) == 1
    assert "Đã nhận 2 ảnh" in count
    assert "Đã nhận" not in answer


async def test_a_number_said_while_a_count_waits_is_not_for_the_answers_below_the_count(
    counted: Hamlet,
) -> None:
    async with receiving(counted) as receive:
        await receive.take(said("đăng ký", PAO))
        await album(receive, PAO, 1)
        await receive.take(said("1", PAO, id="m:one", at=counted.clock.ms))

    async with counted.db.reading() as tx:
        *_, last = await said_to(tx, PAO)
    assert "Đồng chí nhắn “1” trước khi thấy câu này" in last
    assert "Gửi phiếu viết tay (1 ảnh)" in last

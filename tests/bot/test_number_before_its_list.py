"""A number means what its person can have in front of them: what may have arrived, nothing else."""

import pytest

from conversations.offer import act, rows
from conversations.say import Say
from storage import outbox
from storage.chats import Chat
from storage.database import Database
from storage.outbox import OutboxRow
from tests.bot.scene import reach, receiving, said
from tests.hamlet import Hamlet, hamlet, settle_in
from tests.talk import Talk

NOTICE = Say("Một đăng ký chờ xác nhận.", rows(act("Xác nhận", "confirm"), act("Xem", "show")))
FIELD, CONTENT = "Mô hình thuộc lĩnh vực nào?", "Nội dung: làm việc gì"


@pytest.fixture
async def pao(db: Database) -> Talk:
    """Give the chat of Páo on Zalo, who was just asked for the field."""
    world = hamlet(db)
    async with db.writing() as tx:
        await settle_in(tx)
    talk = Talk(world, "zalo", "a0c01dfe")
    for words in ("DANG KY 7K3M2P", "1", "1", "Nuôi ong lấy mật"):
        await talk.says(words)
    (asked,) = await talk.says("1")
    assert FIELD in asked.text
    return talk


async def last_is(talk: Talk, state: str, *, doubts: int) -> None:
    """Let the last bubble be in a state, and one that may have arrived so often."""
    async with talk.world.db.writing() as tx:
        await tx.run(
            """UPDATE outbox SET state = :state, doubts = :doubts
               WHERE id = (SELECT max(id) FROM outbox)""",
            {"state": state, "doubts": doubts},
        )


async def all_sent(world: Hamlet) -> None:
    async with world.db.writing() as tx:
        await tx.run("UPDATE outbox SET state = 'sent', settled_at = :now", {"now": world.clock.ms})


async def is_told(world: Hamlet, talk: Talk) -> None:
    """Let something with answers of its own come to the chat."""
    row = OutboxRow(
        world.shell.ids.next(), "zalo", talk.bot, talk.chat, "pao", say=NOTICE.to_json(),
        state="sent", created_at=world.clock.ms - 500,
    )  # fmt: skip
    async with world.db.writing() as tx:
        await outbox.add(tx, [row])


async def test_a_number_for_a_list_that_may_have_arrived_is_for_nothing_else(pao: Talk) -> None:
    await is_told(pao.world, pao)
    (_, which) = await pao.says("2")
    assert "Đồng chí trả lời việc nào?" in which.text
    await last_is(pao, "pending", doubts=1)

    (again,) = await pao.says("1")

    assert again.text.startswith("Đồng chí nhắn “1” trước khi thấy câu này")
    assert FIELD in again.text


async def test_a_number_said_again_after_a_death_is_not_for_the_list_that_was_left(
    pao: Talk,
) -> None:
    async with pao.world.db.writing() as tx:  # in the middle of a call, and nobody is there now
        await tx.run("UPDATE outbox SET lease = 'dead' WHERE id = (SELECT max(id) FROM outbox)")

    (again,) = await pao.says("1")

    assert again.text.startswith("Đồng chí nhắn “1” trước khi thấy câu này")


async def test_a_number_for_a_list_that_has_not_gone_yet_is_asked_about(pao: Talk) -> None:
    await last_is(pao, "pending", doubts=0)

    (again,) = await pao.says("1")

    assert again.text.startswith("Đồng chí nhắn “1” trước khi thấy câu này")
    assert FIELD in again.text


@pytest.mark.parametrize("words", ["1", "số 1", "1, 2"])
async def test_a_number_for_a_list_that_never_came_is_asked_about(pao: Talk, words: str) -> None:
    await last_is(pao, "failed", doubts=0)

    (again,) = await pao.says(words)

    assert again.text.startswith(f"Đồng chí nhắn “{words}” trước khi thấy câu này")
    assert FIELD in again.text


async def test_words_are_an_answer_also_to_a_question_that_never_came(pao: Talk) -> None:
    await last_is(pao, "failed", doubts=0)

    (asked,) = await pao.says("phát triển kinh tế")

    assert CONTENT in asked.text


async def test_where_our_clock_is_far_ahead_a_list_is_put_once_more_and_then_answered(
    world: Hamlet,
) -> None:
    there = Chat("zalo", "145", "pao-z")
    await reach(world, "pao", there)

    async with receiving(world) as receive:
        for number, words in enumerate(("đăng ký", "1", "1")):
            await receive.take(said(words, there, id=f"m:{number}", at=world.clock.ms - 600_000))
            await all_sent(world)

    async with world.db.reading() as tx:
        says = [str(say) for (say,) in await tx.rows("SELECT say FROM outbox ORDER BY id")]
    assert ["trước khi thấy câu này" in say for say in says] == [False, True, False]
    assert "Tên mô hình" in says[-1]


async def asks_nothing(talk: Talk) -> None:
    """Let the last bubble be one that only tells something."""
    async with talk.world.db.writing() as tx:
        await tx.run(
            "UPDATE outbox SET say = :say WHERE id = (SELECT max(id) FROM outbox)",
            {"say": '{"text":"Tệp đồng chí cần: TongHop.xlsx."}'},
        )


async def test_a_number_after_a_bubble_that_asks_nothing_may_be_for_the_list_before(
    pao: Talk,
) -> None:
    await pao.says("để đó")
    (menu,) = await pao.says("mục chính")
    await pao.says("2")
    await asks_nothing(pao)

    (again,) = await pao.says("3")
    (taken, *_) = await pao.says("3")

    assert again.text.startswith("Nếu số 3 là của danh sách trước, xin đồng chí chọn lại:")
    assert [row[0].label for row in again.rows] == [row[0].label for row in menu.rows]
    assert "danh sách trước" not in taken.text


async def test_a_number_the_list_before_has_not_is_for_nothing(pao: Talk) -> None:
    await pao.says("để đó")
    await pao.says("mục chính")
    await pao.says("2")
    await asks_nothing(pao)

    (unclear,) = await pao.says("9")

    assert "danh sách trước" not in unclear.text

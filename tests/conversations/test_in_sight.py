"""What is in sight on a channel without buttons, all the way in."""

import pytest

from conversations.numbered import turnable
from conversations.offer import act, rows
from conversations.say import Say, SentFile
from storage import outbox, people
from storage.database import Database
from storage.outbox import OutboxRow
from tests.hamlet import Hamlet, hamlet, settle_in
from tests.talk import Talk

UNITS = rows(*(act(f"Đơn vị {n}", "unit") for n in range(10)))
LONG = turnable(Say("Mười đơn vị:", UNITS, file=SentFile("f", "Đơn vị.xlsx", 1)), str)


@pytest.fixture
async def world(db: Database) -> Hamlet:
    world = hamlet(db)
    async with db.writing() as tx:
        await settle_in(tx)
    return world


async def shown_a_long_list(world: Hamlet) -> Talk:
    """Return the chat of Páo, who was shown ten answers as the secretary."""
    talk = Talk(world, "zalo", "a0c01dfe")
    for words in ("DANG KY 7K3M2P", "1", "0"):
        await talk.says(words)
    world.clock.ms += 300_000
    async with world.db.writing() as tx:
        row = OutboxRow(
            world.shell.ids.next(), "zalo", talk.bot, talk.chat, "pao", say=LONG.to_json(),
            state="sent", created_at=world.clock.ms, about=("lua",), places=("suoi-da:officer",),
        )  # fmt: skip
        await outbox.add(tx, [row])
    return talk


async def test_a_page_that_is_turned_remembers_whom_it_names(world: Hamlet) -> None:
    talk = await shown_a_long_list(world)
    await talk.reads()

    (page,) = await talk.says("8")

    assert (page.text, page.file) == ("Mười đơn vị:\nTrang 2/2", None)
    async with world.db.reading() as tx:
        ((about,),) = await tx.rows("SELECT about FROM outbox ORDER BY id DESC LIMIT 1")
    assert about.split() == ["lua"]


@pytest.mark.parametrize("change", ["role = 'member'", "state = 'asked'"])
async def test_who_is_no_longer_what_they_were_turns_no_page_of_it(
    world: Hamlet, change: str
) -> None:
    talk = await shown_a_long_list(world)
    async with world.db.writing() as tx:
        await tx.run(f"UPDATE memberships SET {change} WHERE person = 'pao'")  # noqa: S608 - ours

    says = await talk.says("8")

    assert "Mười đơn vị" not in says[-1].text


async def test_a_page_that_is_turned_changes_nothing_else(world: Hamlet) -> None:
    talk = await shown_a_long_list(world)
    await talk.says("mô tê răng rứa")
    async with world.db.writing() as tx:
        before = await people.menus(tx, ["pao"])
        row = OutboxRow(
            world.shell.ids.next(), "zalo", talk.bot, talk.chat, "pao", say=LONG.to_json(),
            state="sent", created_at=world.clock.ms + 200_000,
        )  # fmt: skip
        await outbox.add(tx, [row])
    world.clock.ms += 300_000

    await talk.says("8")

    async with world.db.writing() as tx:
        after = await people.menus(tx, ["pao"])
    assert after["pao"]["misses"] == before["pao"]["misses"] == 1


async def test_an_answer_in_another_chat_is_none_to_what_was_asked_in_the_first(
    world: Hamlet,
) -> None:
    page, zalo = Talk(world), Talk(world, "zalo", "a0c01dfe")
    await page.opens("7K3M2P")
    await page.presses("Đồng ý")
    code = (await page.says("mã vào lại"))[0].text.split(" ")[6].strip(",")
    await zalo.says(f"DANG KY {code}")
    await zalo.says("1")
    await page.says("dữ liệu")
    await page.presses("Xóa dữ liệu của tôi")

    (answer,) = await zalo.says("xóa dữ liệu của tôi")

    assert answer.text.startswith("Trợ lý đang lưu về đồng chí:")


async def test_a_number_beyond_a_list_in_sight_is_none_of_its_answers(world: Hamlet) -> None:
    talk = await shown_a_long_list(world)
    async with world.db.writing() as tx:
        data = [option.data for row in LONG.rows for option in row]
        await people.keep_menus(tx, {"pao": {"at": world.clock.ms, "data": data, "misses": 0}})

    await talk.reads()

    (answer,) = await talk.says("10")

    assert answer.text == "Trợ lý không thấy đăng ký số 10 của đồng chí."


async def test_where_there_are_buttons_no_page_is_turned(world: Hamlet) -> None:
    page = Talk(world)
    await page.opens("7K3M2P")
    await page.presses("Đồng ý")
    await page.says("0")
    async with world.db.writing() as tx:
        row = OutboxRow(
            world.shell.ids.next(), "web", "", page.chat, "pao", say=LONG.to_json(),
            state="sent", created_at=world.clock.ms,
        )  # fmt: skip
        await outbox.add(tx, [row])
    await page.reads()

    says = await page.says("8")

    assert not any("Mười đơn vị" in say.text for say in says)


async def test_a_question_of_a_day_ago_is_asked_again_as_it_stands_now(world: Hamlet) -> None:
    talk = Talk(world, "zalo", "a0c01dfe")
    for words in ("DANG KY 7K3M2P", "1", "1", "Nuôi ong lấy mật"):
        await talk.says(words)
    world.clock.ms += 25 * 3_600_000

    (say,) = await talk.says("1")

    assert say.text.startswith("Đồng chí đang ghi dở “Nuôi ong lấy mật” từ")
    assert "Câu 2/4" in say.text

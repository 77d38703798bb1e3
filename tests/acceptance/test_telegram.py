"""The bot as people on Telegram meet it, over the Bot API protocol."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.inside import Inside, inside
from tests.acceptance.running import on, settings
from tests.acceptance.telling import CODE, CONTENT, NAME, PLACE
from tests.acceptance.touching import arrives, presses, registers, says
from tests.eventually import eventually
from tests.fakes.telegram import FakeTelegram, Person


@pytest.fixture(autouse=True)
async def bot(telegram: FakeTelegram, tmp_path: Path) -> AsyncIterator[Inside]:
    """Give a bot that polls, on an SQLite database."""
    async with inside(settings(tmp_path / "data", **on(telegram))) as bot:
        yield bot


async def test_every_update_delivered_again_changes_nothing(
    telegram: FakeTelegram, lan: Person, bot: Inside
) -> None:
    binh = telegram.person("Bình")
    first = (await binh.says("xin chào")).update_id
    await binh.reads()
    await registers(lan)
    shown = [bubble.message_id for bubble in telegram.bubbles(lan)]
    last = (await binh.says("alo")).update_id
    for update in range(first, last + 1):
        await telegram.redeliver(update)
    await says(binh, "alo")
    await binh.reads()

    assert [bubble.message_id for bubble in telegram.bubbles(lan)] == shown
    assert len(telegram.bubbles(binh)) == 3
    kept = f"SELECT count(*) FROM entries WHERE name = '{NAME}'"  # noqa: S608 # our own words
    assert await bot.rows(kept) == [(1,)]


async def test_a_press_sent_again_by_the_app_has_one_effect(lan: Person, bot: Inside) -> None:
    await says(lan, f"/start {CODE}")
    press = await lan.presses("Đồng ý")
    await lan.presses_again(press)
    await lan.reads()
    await says(lan, "trợ giúp")

    assert await bot.rows("SELECT count(*) FROM consents") == [(1,)]


async def test_a_number_shared_is_kept(lan: Person) -> None:
    await arrives(lan)
    await lan.shares_contact("+84987654321")

    assert "0987 654 321" in (await lan.reads())[0].text


async def test_a_place_shared_answers_where(lan: Person) -> None:
    await arrives(lan)
    await presses(lan, "Mô hình mới của tập thể")
    await says(lan, NAME)
    await lan.shares_place(10.0301, 105.7469)

    assert "Câu 3/4" in (await lan.reads())[0].text


async def test_a_message_changed_changes_the_answer(lan: Person) -> None:
    await arrives(lan)
    await presses(lan, "Mô hình mới của tập thể")
    await says(lan, "Nuôi luơn")
    await lan.edits(NAME)
    await lan.reads()
    await says(lan, PLACE)
    await presses(lan, "Phát triển kinh tế")

    assert NAME in await says(lan, CONTENT)


async def test_in_a_group_it_says_where_it_can_be_written_to(
    telegram: FakeTelegram, lan: Person
) -> None:
    group = telegram.group("Tổ dân vận")
    await lan.says_in_group(group, "/dangky")

    assert "https://t.me/kheo_test_bot" in (await telegram.bubble(group, 1)).text


@pytest.mark.parametrize("what", ["voice", "sticker", "document"])
async def test_what_cannot_be_read_is_answered_all_the_same(lan: Person, what: str) -> None:
    await arrives(lan)
    if what == "document":
        await lan.sends_document("ke-hoach.docx", "application/msword")
    else:
        await (lan.sends_voice if what == "voice" else lan.sends_sticker)()

    assert (await lan.reads())[0].text


async def test_who_blocked_it_and_comes_back_goes_on_where_they_were(
    lan: Person, bot: Inside
) -> None:
    await arrives(lan)
    await presses(lan, "Mô hình mới của tập thể")
    await lan.blocks()
    await eventually(lambda: is_blocked(bot))
    await lan.unblocks()

    assert "Câu 2/4" in await says(lan, NAME)


async def is_blocked(bot: Inside) -> bool:
    return await bot.rows("SELECT count(*) FROM addresses WHERE state = 'blocked'") == [(1,)]

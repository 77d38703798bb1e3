"""The bot as people on the web page meet it, over HTTP."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.browsing import Visitor, visiting
from tests.acceptance.inside import Inside, inside
from tests.acceptance.running import settings
from tests.acceptance.telling import CODE, CONTENT, NAME, PLACE
from tests.bot.telltale import tells, telltale


@pytest.fixture
async def bot(database_url: str, tmp_path: Path) -> AsyncIterator[Inside]:
    """Give a bot on a database of each kind in turn."""
    async with inside(settings(tmp_path / "data", database_url)) as bot:
        yield bot


@pytest.fixture
async def lan(bot: Inside) -> AsyncIterator[Visitor]:
    """Give Lan, who has opened the page."""
    async with visiting(bot) as lan:
        yield lan


async def test_row_2_2_the_newspapers_model_is_registered_to_the_receipt(
    lan: Visitor, bot: Inside
) -> None:
    code = await lan.registers()

    columns = "code, name, address, field, content, state"
    kept = await bot.rows(f"SELECT {columns} FROM entries ORDER BY created_at DESC")  # noqa: S608 # the columns above
    assert kept[0] == (code, NAME, PLACE, "economy", CONTENT, "confirmed")


async def test_a_photo_is_on_the_disk_when_it_is_acknowledged_and_tells_nothing(
    lan: Visitor, bot: Inside
) -> None:
    await lan.registers()
    await lan.presses("Gửi ảnh")
    status, _, _ = await lan.phone.post("/chat/photo?id=photo-0001", data=io.BytesIO(telltale()))

    (photo,) = (bot.settings.data / "pictures").rglob("*.jpg")
    assert (status, tells(photo.read_bytes())) == (200, False)
    assert await bot.rows("SELECT state FROM attachments") == [("kept",)]


async def test_a_message_sent_again_by_the_phone_is_taken_once(lan: Visitor) -> None:
    await lan.opens(CODE)
    await lan.presses("Đồng ý")
    for _ in range(3):
        await lan.phone.post("/chat/say", json={"id": "the-same-message", "text": "trợ giúp"})

    mine = [one["mine"] for one in await lan.phone.bubbles() if one["mine"]]
    assert mine.count("the-same-message") == 1


async def test_whoever_lost_the_page_comes_back_by_the_code_on_the_receipt(
    lan: Visitor, bot: Inside
) -> None:
    await lan.registers()
    back = lan.told[-1]["text"].partition("Mã vào lại của đồng chí: ")[2][:11]
    async with visiting(bot) as elsewhere:
        await elsewhere.says(back)
        await elsewhere.presses("Đồng ý")

        assert NAME in await elsewhere.says("xem lại")


async def test_two_tabs_show_the_same_conversation(lan: Visitor) -> None:
    await lan.opens(CODE)
    await lan.presses("Đồng ý")
    other = Visitor(lan.phone)

    assert await other.reads() == [one["text"] for one in lan.told]

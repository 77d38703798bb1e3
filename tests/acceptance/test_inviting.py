"""An afternoon of the office: codes are made, handed out and followed, on a bot that runs."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import openpyxl
import pytest

from tests.acceptance.browsing import Visitor, visiting
from tests.acceptance.inside import Inside, inside
from tests.acceptance.running import on, settings
from tests.acceptance.touching import presses, says
from tests.eventually import eventually
from tests.fakes.telegram import FakeTelegram

OFFICE = "H5A8NE"  # of Nguyễn Thị Hạnh, of the office
BINH = "Nguyễn Văn Bình"


@pytest.fixture
async def bot(telegram: FakeTelegram, tmp_path: Path) -> AsyncIterator[Inside]:
    """Give a bot that polls, on an SQLite database."""
    async with inside(settings(tmp_path / "data", **on(telegram))) as bot:
        yield bot


@pytest.fixture
async def hanh(bot: Inside) -> AsyncIterator[Visitor]:
    """Give Hạnh of the office at the page."""
    async with visiting(bot) as visitor:
        await visitor.opens(OFFICE)
        await visitor.presses("Đồng ý")
        await visitor.says("0")
        yield visitor


async def codes_of(hanh: Visitor) -> dict[str, str]:
    """Let Hạnh make the codes and save the sheet; return the code of each contact on it."""
    await hanh.says("mã mời")
    await hanh.presses("Mã cho các đầu mối chưa vào")
    await hanh.presses("Làm mã")

    async def both_came() -> bool:
        await hanh.reads()
        return len([one for one in hanh.told if one.get("file")]) == 2

    await eventually(both_came)
    sheet, _ = [one["file"] for one in hanh.told if one.get("file")]
    async with hanh.phone.session.get(f"/tep/{sheet[0]}") as response:
        book = openpyxl.load_workbook(io.BytesIO(await response.read()))
    return {str(row[2]): str(row[5]) for row in list(book.active.values)[1:]}


async def test_a_code_of_the_sheet_leads_in_by_the_page(bot: Inside, hanh: Visitor) -> None:
    code = (await codes_of(hanh))[BINH]
    async with visiting(bot) as newcomer:
        hello = await newcomer.opens(code)
        await newcomer.presses("Đồng ý")
        unit = await newcomer.says("đơn vị tôi")

    assert "Mã này dành cho đầu mối của Sở Giao thông vận tải" in hello
    assert unit.startswith("Sở Giao thông vận tải, “Dân vận khéo”")


async def test_or_by_telegram_and_then_no_more(
    bot: Inside, hanh: Visitor, telegram: FakeTelegram
) -> None:
    code = (await codes_of(hanh))[BINH].replace("-", "")
    binh = telegram.person("Bình")
    await says(binh, f"/start {code}")
    await presses(binh, "Đồng ý")

    assert "Sở Giao thông vận tải" in await says(binh, "đơn vị tôi")
    async with visiting(bot) as late:
        assert "không còn dùng được" in await late.opens(code)


async def test_the_page_of_a_link_leads_to_telegram(hanh: Visitor) -> None:
    code = (await codes_of(hanh))[BINH]
    async with hanh.phone.session.get(f"/vao/{code}") as response:
        page = await response.text()

    assert f"?start={code.replace('-', '')}" in page
    assert "Mở Telegram" in page

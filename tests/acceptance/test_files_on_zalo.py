"""Files and pictures for somebody on Zalo, which carries neither: a running bot, links followed."""

import io
import re
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import openpyxl
import pytest

from tests.acceptance.inside import Inside, inside
from tests.acceptance.running import settings
from tests.acceptance.telling import CODE
from tests.fakes.zalo import Chat, FakeZalo

TO_THE_OFFICE = "UPDATE memberships SET role = 'office' WHERE state = 'confirmed'"
LINK = r"http://\S+/lay/\S+"


@pytest.fixture
async def zalo() -> AsyncIterator[FakeZalo]:
    """Give a Zalo of our own; a call that breaks the contract fails the test."""
    async with FakeZalo(longest_poll=0.5) as fake:
        yield fake
        assert fake.complaints == []


@pytest.fixture
async def bot(zalo: FakeZalo, tmp_path: Path) -> AsyncIterator[Inside]:
    """Give a bot that polls Zalo."""
    tokens = {"KHEO_ZALO_TOKENS": zalo.bots[0].token, "KHEO_ZALO_API": zalo.url}
    async with inside(settings(tmp_path / "data", **tokens)) as bot:
        yield bot


@pytest.fixture
async def hanh(bot: Inside, zalo: FakeZalo) -> Chat:
    """Give the chat of somebody of the office."""
    chat = zalo.person("Hạnh").at(zalo.bots[0])
    await chat.writes(f"DANG KY {CODE}")
    await chat.sees("1. Đồng ý")
    await chat.writes("1")
    await chat.reads(2)
    async with bot.db.writing() as tx:
        await tx.run(TO_THE_OFFICE, {})
    return chat


async def test_a_file_is_a_link_that_is_followed_without_a_session_and_logged_nowhere(
    hanh: Chat, capfd: pytest.CaptureFixture[str]
) -> None:
    await hanh.writes("mẫu nhập")
    await hanh.sees("1. .*Mẫu đơn vị")
    await hanh.writes("1")
    told = await hanh.sees(LINK)
    (link,) = re.findall(LINK, told.text)
    async with aiohttp.ClientSession() as phone:
        async with phone.get(link) as page:
            assert "Mẫu nhập đơn vị.xlsx" in await page.text()
        async with phone.get(f"{link}/tep") as saved:
            data = await saved.read()

    assert openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert len(told.text) <= 700
    logged = capfd.readouterr()
    assert "/lay/" not in logged.out + logged.err


async def test_a_picture_of_the_table_is_in_the_chat(hanh: Chat) -> None:
    await hanh.writes("bảng")
    table = await hanh.sees("Ảnh bảng")
    (number,) = re.findall(r"(\d)\. Ảnh bảng", table.text)
    await hanh.writes(number)
    picture = await hanh.sees(r"Tệp đồng chí cần: TongHop_.*png")

    assert picture.data.startswith(b"\x89PNG")
    assert picture.photo.endswith("/anh.png")

"""A dialog begun on Telegram is finished on the web, by the same person."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.browsing import Visitor, visiting
from tests.acceptance.inside import Inside, inside
from tests.acceptance.running import on, settings
from tests.acceptance.telling import CONTENT, NAME, PLACE, RECEIPT
from tests.acceptance.touching import arrives, presses, says
from tests.fakes.telegram import FakeTelegram, Person


@pytest.fixture
async def bot(telegram: FakeTelegram, database_url: str, tmp_path: Path) -> AsyncIterator[Inside]:
    """Give a bot on both channels, on a database of each kind in turn."""
    env = settings(tmp_path / "data", database_url, **on(telegram))
    async with inside(env) as bot:
        yield bot


@pytest.fixture
async def visitor(bot: Inside) -> AsyncIterator[Visitor]:
    """Give somebody who has opened the page."""
    async with visiting(bot) as visitor:
        yield visitor


async def way_over(person: Person) -> str:
    """Return the code somebody on Telegram is given for the page."""
    found = re.search(r"[0-9A-Z]{5}-[0-9A-Z]{5}", await says(person, "/web"))
    assert found
    return found[0]


async def test_begun_on_telegram_finished_on_the_web(
    lan: Person, visitor: Visitor, bot: Inside
) -> None:
    await arrives(lan)
    await presses(lan, "Mô hình mới của tập thể")
    await says(lan, NAME)
    await visitor.opens(await way_over(lan))
    await visitor.presses("Đồng ý")
    await visitor.presses(PLACE)
    await visitor.presses("Phát triển kinh tế")
    await visitor.says(CONTENT)

    assert re.search(RECEIPT, await visitor.presses("Gửi"))
    kept = await bot.rows("SELECT name, channel FROM entries ORDER BY created_at DESC")
    assert kept[0] == (NAME, "web")
    assert await bot.rows("SELECT count(DISTINCT person) FROM addresses") == [(1,)]


async def test_what_was_sent_on_the_web_is_seen_on_telegram(lan: Person, visitor: Visitor) -> None:
    await arrives(lan)
    await visitor.says(await way_over(lan))
    await visitor.presses("Đồng ý")
    await visitor.says(f"Tên: {NAME}\nĐịa chỉ: {PLACE}\nLĩnh vực: kinh tế\nNội dung: {CONTENT}")
    await visitor.presses("Gửi")
    await lan.says("xem lại")

    await lan.sees(NAME)


async def test_a_code_for_the_page_is_good_once(lan: Person, visitor: Visitor, bot: Inside) -> None:
    await arrives(lan)
    code = await way_over(lan)
    await visitor.opens(code)
    await visitor.presses("Đồng ý")
    async with visiting(bot) as other:
        await other.opens(code)
        await other.presses("Đồng ý")

    assert await bot.rows("SELECT count(DISTINCT person) FROM addresses") == [(2,)]

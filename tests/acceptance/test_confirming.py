"""A member sends, the officer of the unit is told and confirms, each on their own channel."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.acceptance.browsing import Visitor, visiting
from tests.acceptance.inside import Inside, inside
from tests.acceptance.running import on, settings
from tests.acceptance.telling import NAME, tell
from tests.acceptance.touching import presses, says
from tests.eventually import eventually
from tests.fakes.telegram import FakeTelegram, Person

OFFICER, MEMBER = "7K3M2P", "K2V7NZ"  # Giàng A Páo and Vàng Thị Mai, of Chi bộ bản Suối Đá


@pytest.fixture
async def bot(telegram: FakeTelegram, database_url: str, tmp_path: Path) -> AsyncIterator[Inside]:
    """Give a bot on both channels, on a database of each kind in turn."""
    async with inside(settings(tmp_path / "data", database_url, **on(telegram))) as bot:
        yield bot


@pytest.fixture
async def pao(bot: Inside) -> AsyncIterator[Visitor]:
    """Give the secretary, at the page."""
    async with visiting(bot) as pao:
        await pao.opens(OFFICER)
        await pao.presses("Đồng ý")
        yield pao


async def sends(mai: Person) -> str:
    """Let the member register the model; return the receipt."""
    await says(mai, f"/start {MEMBER}")
    place = "bản Suối Đá, xã Mường Mẫu"
    await tell(lambda label: presses(mai, label), lambda words: says(mai, words), place=place)
    return mai.chat.bubbles[-1].text


async def test_the_officer_is_told_and_confirms_with_one_press(
    telegram: FakeTelegram, bot: Inside, pao: Visitor
) -> None:
    receipt = await sends(telegram.person("Mai"))
    await eventually(lambda: told(pao))
    answer = await pao.presses("Xác nhận")

    assert "Giàng A Páo" in receipt
    assert NAME in answer
    states = await bot.rows("SELECT state FROM entries ORDER BY created_at DESC")
    assert states[0] == ("confirmed",)


async def told(officer: Visitor) -> bool:
    await officer.reads()
    return "Xác nhận" in str(officer.told[-1]["rows"])


async def test_confirming_twice_confirms_once(
    telegram: FakeTelegram, bot: Inside, pao: Visitor
) -> None:
    await sends(telegram.person("Mai"))
    await eventually(lambda: told(pao))
    for _ in range(2):
        await pao.forges(next(b[1] for row in pao.told[-1]["rows"] for b in row))

    assert await bot.rows("SELECT count(*) FROM events WHERE act = 'confirm'") == [(1,)]

"""Somebody without a code is known by the number that Telegram itself hands over."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.demo.invented import PEOPLE
from tests.acceptance.inside import Inside, inside
from tests.acceptance.running import on, settings
from tests.acceptance.touching import presses, says
from tests.fakes.telegram import FakeTelegram, Person

PHONE = next(person.phone for person in PEOPLE if person.name == "Giàng A Páo")


@pytest.fixture
async def bot(telegram: FakeTelegram, tmp_path: Path) -> AsyncIterator[Inside]:
    """Give a bot on Telegram."""
    async with inside(settings(tmp_path / "data", **on(telegram))) as bot:
        yield bot


async def arrives(telegram: FakeTelegram) -> Person:
    """Let somebody come without a code, and agree."""
    person = telegram.person("Ai đó")
    await says(person, "/start")
    await presses(person, "Đồng ý")
    return person


async def test_the_button_of_telegram_makes_somebody_the_contact_they_are(
    telegram: FakeTelegram, bot: Inside
) -> None:
    person = await arrives(telegram)
    (((button,),)) = person.chat.bubbles[-1].buttons
    await person.shares_contact(PHONE.removeprefix("+"))
    (asked, *_) = await person.reads()
    joined = await presses(person, "Đúng")

    assert button.kind == "request_contact"
    assert asked.text.startswith("Đồng chí là Giàng A Páo ở Chi bộ bản Suối Đá")
    assert joined.startswith("Đồng chí đã vào Chi bộ bản Suối Đá.")
    assert await bot.rows(
        """SELECT p.name FROM addresses a JOIN people p ON p.id = a.person
           WHERE a.channel = 'telegram'"""
    ) == [("Giàng A Páo",)]


async def test_somebody_elses_card_and_a_typed_number_make_nobody_anybody(
    telegram: FakeTelegram, bot: Inside
) -> None:
    person = await arrives(telegram)
    await person.shares_contact(PHONE.removeprefix("+"), own=False)
    card = (await person.reads())[0].text
    typed = await says(person, PHONE)

    assert "Giàng A Páo" not in card + typed
    assert await bot.rows("SELECT id FROM events WHERE act = 'phone-match'") == []

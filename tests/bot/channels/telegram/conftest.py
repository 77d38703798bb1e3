"""A Telegram of our own, and the bot connected to it."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram import Telegram
from bot.channels.telegram.intake import Intake
from tests.bot.channels.telegram.bench import NOW, Recorder
from tests.fakes.telegram import FakeTelegram

COMMANDS = {"": [("dangky", "Đăng ký")], "en": [("dangky", "Register")]}


@pytest.fixture
async def server() -> AsyncIterator[FakeTelegram]:
    """Give a Bot API server; a call that breaks the contract fails the test."""
    async with FakeTelegram() as fake:
        yield fake
        assert fake.violations == []


@pytest.fixture
async def telegram(server: FakeTelegram) -> AsyncIterator[Telegram]:
    """Give the channel under test, connected to the server."""
    async with Telegram(
        server.token, api=server.url, commands=COMMANDS, hint=lambda link: f"Mời nhắn ở {link}"
    ) as channel:
        yield channel


@pytest.fixture
async def recorder() -> Recorder:
    """Give the one who takes what people say."""
    return Recorder()


@pytest.fixture
def intake(telegram: Telegram, recorder: Recorder) -> Intake:
    """Give the way from updates to the recorder."""
    return Intake(telegram, receiver=recorder, presence=recorder, now=lambda: NOW)

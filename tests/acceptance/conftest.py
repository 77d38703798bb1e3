from collections.abc import AsyncIterator

import pytest

from tests.fakes.telegram import FakeTelegram, Person


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    """Give a Telegram of our own; a call that breaks the contract fails the test."""
    async with FakeTelegram() as fake:
        yield fake
        assert fake.violations == []


@pytest.fixture
def lan(telegram: FakeTelegram) -> Person:
    """Give Lan, who has Telegram on her phone."""
    return telegram.person("Lan")

"""A Zalo of our own, and the channel connected to it."""

from collections.abc import AsyncIterator

import pytest

from bot.channels.zalo import Zalo, ZaloBot
from bot.links.signing import Links
from tests.fakes.zalo import Chat, FakeZalo

NOW = 1_900_000_000_000


@pytest.fixture
async def server() -> AsyncIterator[FakeZalo]:
    """Give a Bot Platform with two bots; a call that breaks the contract fails the test."""
    async with FakeZalo(bots=2, longest_poll=0.05) as fake:
        yield fake
        assert fake.complaints == []


@pytest.fixture
async def zalo(server: FakeZalo) -> AsyncIterator[Zalo]:
    """Give the channel under test with both bots of the server."""
    bots = [ZaloBot(bot.token, server.url) for bot in server.bots]
    async with Zalo(
        bots,
        links=Links("https://kheo.example", "key"),
        hint=lambda link: f"Mời nhắn ở {link}",
        now=lambda: NOW,
    ) as channel:
        yield channel


@pytest.fixture
async def lan(server: FakeZalo) -> Chat:
    """Give the chat of somebody who has written to the first bot."""
    chat = server.person("Lan").at(server.bots[0])
    await chat.writes("xin chào")
    return chat

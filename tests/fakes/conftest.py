"""A Zalo of our own with two bots, called by hand."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.fakes.zalo import FakeZalo
from tests.fakes.zalo_called import Caller, Endpoint


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def zalo() -> AsyncIterator[FakeZalo]:
    async with FakeZalo(bots=2) as zalo:
        yield zalo


@pytest.fixture
def caller(zalo: FakeZalo, session: aiohttp.ClientSession) -> Caller:
    return Caller(zalo, session)


@pytest.fixture
async def endpoint() -> AsyncIterator[Endpoint]:
    endpoint = Endpoint()
    await endpoint.server.up()
    yield endpoint
    await endpoint.server.down()

"""What Zalo tells once may be lost with the life it was told to, and nothing else."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from tests.fakes.zalo import Chat, FakeZalo
from tests.prove.messengers import ByZalo


@pytest.fixture
async def zalo() -> AsyncIterator[FakeZalo]:
    async with FakeZalo() as zalo:
        yield zalo


@pytest.fixture
def pao(zalo: FakeZalo) -> Chat:
    return zalo.person("Giàng A Páo").at(zalo.bots[0])


async def polls(zalo: FakeZalo) -> None:
    url = f"{zalo.url}/bot{zalo.bots[0].token}/getUpdates"
    async with aiohttp.ClientSession() as session, session.post(url, json={"timeout": 0}):
        pass


async def test_only_the_last_update_of_a_life_that_died_may_be_lost(
    zalo: FakeZalo, pao: Chat
) -> None:
    said = [f"m:{await pao.writes(words)}" for words in "123"]
    await polls(zalo)
    await polls(zalo)
    born_again = len(zalo.calls)
    await polls(zalo)
    by = ByZalo(zalo, "pop")

    assert by.spared([0, born_again], deaths=1) == {said[1]}
    assert by.spared([0, born_again], deaths=2) == {said[1], said[2]}
    assert by.spared([0], deaths=0) == set()


async def test_what_was_dropped_may_be_lost(pao: Chat, zalo: FakeZalo) -> None:
    zalo.bots[0].feed.delivery = "lossy"
    dropped = await pao.writes("alo")

    assert ByZalo(zalo, "lossy").spared([0], deaths=0) == {f"m:{dropped}"}


async def test_what_was_posted_and_taken_may_not_be_lost(zalo: FakeZalo) -> None:
    posted = zalo.bots[0].webhook.posted
    posted["taken"], posted["turned-away"] = [503, 200], [503, 0]

    assert ByZalo(zalo, "flat").spared([0], deaths=0) == {"m:turned-away"}

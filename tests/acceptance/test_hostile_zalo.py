"""Whatever comes from Zalo is answered or let pass, and nobody else notices."""

import itertools
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.acceptance.inside import Inside, inside
from tests.acceptance.oddities import WORDS, WRITTEN
from tests.acceptance.running import on_zalo
from tests.acceptance.running import settings as environment
from tests.bot.channels.zalo.taking_in import said
from tests.eventually import eventually
from tests.fakes.zalo import FakeZalo

few = settings(max_examples=20, suppress_health_check=list(HealthCheck))
SECRET = "a-secret-of-the-webhook"
NUMBERS = itertools.count(1)
PARTS = (
    *("text", "caption", "photo_url", "photo", "sticker", "voice_url", "from", "chat", "date"),
    *("message_id", "message_type", "url"),
)


@pytest.fixture
async def zalo() -> AsyncIterator[FakeZalo]:
    """Give a Zalo of our own, which is written to chats that there are not, too."""
    async with FakeZalo() as fake:
        yield fake


@pytest.fixture
async def bot(zalo: FakeZalo, tmp_path: Path) -> AsyncIterator[Inside]:
    """Give a bot that Zalo posts to."""
    env = environment(tmp_path / "data", **on_zalo(zalo, "webhook"), KHEO_ZALO_SECRET=SECRET)
    async with inside(env) as bot:

        async def is_posted_to() -> bool:
            return zalo.bots[0].webhook.url != ""

        await eventually(is_posted_to)
        yield bot
        assert await bot.rows("SELECT body FROM inbox WHERE state = 'failed'") == []


async def posted(bot: Inside, zalo: FakeZalo, body: Any) -> int:
    """Post what has the secret; return the status."""
    url = f"{bot.url}/zalo/{zalo.bots[0].id}"
    headers = {"X-Bot-Api-Secret-Token": SECRET}
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=json.dumps(body).encode(), headers=headers) as answer,
    ):
        return answer.status


@few
@given(
    words=WORDS,
    broken=st.dictionaries(st.sampled_from(PARTS), WRITTEN, max_size=3),
    event=st.sampled_from(["message.text.received", "message.unsupported.received", "other", 5]),
)
async def test_a_message_that_is_none_holds_nobody_up(
    bot: Inside, zalo: FakeZalo, words: str, broken: dict[str, Any], event: Any
) -> None:
    body = said(words, next(NUMBERS))
    body["message"] |= broken
    assert await posted(bot, zalo, {**body, "event_name": event}) == 200

    binh = zalo.person("Bình").at(zalo.bots[0])
    await binh.writes("xin chào")

    assert (await binh.reads(1)).text

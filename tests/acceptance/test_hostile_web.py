"""Whatever is sent to the page's server is answered once, and nobody else notices."""

import io
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.acceptance.browsing import Visitor, unhurried, visiting
from tests.acceptance.inside import Inside, inside
from tests.acceptance.oddities import DATA, JSON, WORDS
from tests.acceptance.running import settings as environment
from tests.acceptance.telling import CODE, NAME
from tests.bot.channels.web.phone import OURS

AS_JSON = {**OURS, "Content-Type": "application/json"}
few = settings(max_examples=20, suppress_health_check=list(HealthCheck))
DEGREES = st.one_of(st.floats(), st.integers(-200, 200))
STEPS = st.one_of(
    st.tuples(st.just("text"), WORDS),
    st.tuples(st.just("button"), st.integers(0, 9)),
    st.tuples(st.just("press"), DATA),
    st.tuples(st.just("start"), st.one_of(WORDS, st.sampled_from(["", CODE, "7K3-M2P"]))),
    st.tuples(st.just("place"), st.fixed_dictionaries({"latitude": DEGREES, "longitude": DEGREES})),
    st.tuples(st.just("text"), st.sampled_from(["đồng ý", "dk", "0", "1", "Gửi", "xóa", NAME])),
)
KEPT = (
    "SELECT say FROM outbox",
    "SELECT state FROM dialogs",
    "SELECT menu FROM people",
    "SELECT name FROM people",
    "SELECT words FROM help_requests",
)


@pytest.fixture
async def bot(database_url: str, tmp_path: Path) -> AsyncIterator[Inside]:
    """Give a bot on a database of each kind in turn."""
    async with inside(environment(tmp_path / "data", database_url)) as bot:
        unhurried(bot)
        yield bot


async def sound(bot: Inside) -> None:
    """Check that nothing has failed, nothing unspeakable is kept, and others are answered."""
    assert await bot.rows("SELECT body FROM inbox WHERE state = 'failed'") == []
    for sql in KEPT:
        for (text,) in await bot.rows(sql):
            assert "\x00" not in text
            assert "\\u0000" not in text
            text.encode()
    async with visiting(bot) as other:
        assert "tự động" in await other.opens(CODE)


async def takes(visitor: Visitor, what: str, thing: Any) -> None:
    """Take one step; it is answered, or was none that our page can take."""
    if what == "button":
        buttons = [b for one in visitor.told[-1:] for row in one["rows"] for b in row]
        what, thing = ("press", buttons[thing % len(buttons)][1]) if buttons else ("text", "alo")
    status = await visitor.phone.say(**{what: thing})
    answered = await visitor.reads()
    allowed = {200} if what == "text" else {200, 422}

    assert status in allowed
    assert (status == 200) is (answered != [])


@few
@given(steps=st.lists(STEPS, max_size=8))
async def test_whatever_people_say_and_press_is_answered(
    bot: Inside, steps: list[tuple[str, Any]]
) -> None:
    async with visiting(bot) as visitor:
        await visitor.opens(CODE)
        await visitor.says("đồng ý")
        for what, thing in steps:
            await takes(visitor, what, thing)
    await sound(bot)


@few
@given(words=st.lists(WORDS, max_size=4))
async def test_whatever_strangers_say_is_answered(bot: Inside, words: list[str]) -> None:
    async with visiting(bot) as visitor:
        for one in words:
            assert await visitor.says(one)
    await sound(bot)


@few
@given(body=st.one_of(st.binary(max_size=200), JSON.map(lambda one: json.dumps(one).encode())))
@pytest.mark.parametrize("path", ["/chat/say", "/chat/photo?id=photo-0001"])
async def test_whatever_is_posted_is_refused_with_a_sentence_at_worst(
    bot: Inside, path: str, body: bytes
) -> None:
    async with visiting(bot) as visitor:
        status, content, _ = await visitor.phone.post(path, data=body, headers=AS_JSON)

    assert status in {200, 413, 422}
    assert status == 200 or content["say"]


@pytest.mark.parametrize("words", ["x" * 2**20, "dòng\n" * 100_000, "\x00" * 2**20], ids=range(3))
async def test_a_megabyte_is_too_long_and_told_so(bot: Inside, words: str) -> None:
    async with visiting(bot) as visitor:
        said = io.BytesIO(json.dumps({"id": "message-long", "text": words}).encode())
        status, content, _ = await visitor.phone.post("/chat/say", data=said, headers=AS_JSON)

        assert (status, await visitor.reads()) == (413, [])
        assert content["say"]
    await sound(bot)


async def test_the_longest_that_is_taken_is_taken_whole(bot: Inside) -> None:
    content = "Vận động mười hộ nuôi lươn. " * 700
    async with visiting(bot) as visitor:
        await visitor.opens(CODE)
        await visitor.says("đồng ý")
        await visitor.says(f"Tên: {NAME}\nNội dung: {content}")

        assert await visitor.phone.bubbles()
    await sound(bot)

"""Whatever comes from Telegram is answered or let pass, and nobody else notices."""

import copy
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.acceptance.inside import Inside, inside
from tests.acceptance.oddities import DATA, WORDS, WRITTEN
from tests.acceptance.running import on
from tests.acceptance.running import settings as environment
from tests.acceptance.touching import arrives, forges, says
from tests.fakes.telegram import FakeTelegram, Person

few = settings(max_examples=20, suppress_health_check=list(HealthCheck))
LONGEST = 4096
PARTS = (
    "text",
    "caption",
    "photo",
    "location",
    "contact",
    "from",
    "chat",
    "date",
    "message_id",
    "entities",
    "document",
    "voice",
    "forward_origin",
    "edit_date",
)


@pytest.fixture(autouse=True)
async def bot(telegram: FakeTelegram, tmp_path: Path) -> AsyncIterator[Inside]:
    """Give a bot that polls."""
    async with inside(environment(tmp_path / "data", **on(telegram))) as bot:
        yield bot
        assert await bot.rows("SELECT body FROM inbox WHERE state = 'failed'") == []


def as_telegram_has_it(words: str) -> str:
    """Return words as Telegram lets them be sent: never empty, not too long, no half characters."""
    whole = words.encode("utf-16-le", "replace")[: 2 * LONGEST].decode("utf-16-le", "ignore")
    return whole if whole.strip() else "…"


@few
@given(words=st.lists(WORDS, min_size=1, max_size=4))
async def test_whatever_people_say_is_answered(telegram: FakeTelegram, words: list[str]) -> None:
    person = telegram.person("Ai đó")
    await arrives(person)
    for one in words:
        assert await says(person, as_telegram_has_it(one))


@few
@given(data=st.lists(DATA, min_size=1, max_size=4))
async def test_whatever_is_pressed_is_answered(telegram: FakeTelegram, data: list[str]) -> None:
    person = telegram.person("Ai đó")
    await arrives(person)
    for one in data:
        assert await forges(person, one)


@few
@given(broken=st.dictionaries(st.sampled_from(PARTS), WRITTEN, min_size=1, max_size=3))
async def test_an_update_that_is_none_holds_nobody_up(
    telegram: FakeTelegram, broken: dict[str, Any]
) -> None:
    person = telegram.person("Ai đó")
    await says(person, "xin chào")
    body = {**copy.deepcopy(person.chat.messages[min(person.chat.messages)].body), **broken}
    await brings(telegram, person, body)

    assert await says(telegram.person("Bình"), "xin chào")


async def brings(telegram: FakeTelegram, person: Person, body: dict[str, Any]) -> None:
    """Let Telegram bring a message that looks like this."""
    telegram._world.updates.add("message", body, ("chat", person.id))
    await telegram._world.watch.changed()

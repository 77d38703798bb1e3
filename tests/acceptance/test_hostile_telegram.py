"""Whatever comes from Telegram is answered or let pass, and nobody else notices."""

import copy
import io
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import orjson
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
AS_JSON = {"Content-Type": "application/json"}
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


@pytest.fixture
async def bot(telegram: FakeTelegram, tmp_path: Path) -> AsyncIterator[Inside]:
    """Give a bot that polls."""
    async with inside(environment(tmp_path / "data", **on(telegram))) as bot:
        yield bot
        assert await bot.rows("SELECT body FROM inbox WHERE state = 'failed'") == []


def as_telegram_has_it(words: str) -> str:
    """Return words as Telegram lets them be sent: never empty, not too long, no half characters."""
    whole = words.encode("utf-16-le", "replace")[: 2 * LONGEST].decode("utf-16-le", "ignore")
    return whole if whole.strip() else "…"


@pytest.mark.usefixtures("bot")
@few
@given(words=st.lists(WORDS, min_size=1, max_size=4))
async def test_whatever_people_say_is_answered(telegram: FakeTelegram, words: list[str]) -> None:
    person = telegram.person("Ai đó")
    await arrives(person)
    for one in words:
        assert await says(person, as_telegram_has_it(one))


@pytest.mark.usefixtures("bot")
@few
@given(data=st.lists(DATA, min_size=1, max_size=4))
async def test_whatever_is_pressed_is_answered(telegram: FakeTelegram, data: list[str]) -> None:
    person = telegram.person("Ai đó")
    await arrives(person)
    for one in data:
        assert await forges(person, one)


@pytest.mark.usefixtures("bot")
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


@pytest.mark.parametrize("words", [r"\ud800", r"xin \u0000 chào", r"\udfff\ud800 \u202e", "[[[["])
async def test_what_a_webhook_is_given_raw_is_taken_or_refused(
    telegram: FakeTelegram, database_url: str, words: str, tmp_path: Path
) -> None:
    person = telegram.person("Ai đó")
    secret = {"KHEO_TELEGRAM_SECRET": "a-secret-of-the-webhook"}
    env = environment(tmp_path / "raw", database_url, **on(telegram, "webhook"), **secret)
    async with inside(env) as raw, aiohttp.ClientSession() as session:
        await says(person, "xin chào")
        body = orjson.dumps(person.chat.messages[min(person.chat.messages)].body).decode()
        body = body.replace('"text":"xin chào"', f'"text":"{words}"').replace(":101,", ":102,", 1)
        url = f"{raw.url}/telegram/{raw.settings.telegram_token.reveal().partition(':')[0]}"
        told = {"X-Telegram-Bot-Api-Secret-Token": secret["KHEO_TELEGRAM_SECRET"]}
        update = f'{{"update_id": 1, "message": {body}}}'
        async with session.post(url, data=update, headers={**told, **AS_JSON}) as answer:
            assert answer.status == 200

        assert (await person.reads())[0].text
        assert await raw.rows("SELECT count(*) FROM inbox WHERE state = 'failed'") == [(0,)]


async def test_a_megabyte_is_refused_and_forged_updates_are(
    telegram: FakeTelegram, tmp_path: Path
) -> None:
    secret = {"KHEO_TELEGRAM_SECRET": "a-secret-of-the-webhook"}
    env = environment(tmp_path / "raw", **on(telegram, "webhook"), **secret)
    async with inside(env) as raw, aiohttp.ClientSession() as session:
        url = f"{raw.url}/telegram/{raw.settings.telegram_token.reveal().partition(':')[0]}"
        statuses = []
        for size, token in ((2**20 + 1, secret["KHEO_TELEGRAM_SECRET"]), (10, "a-wrong-one")):
            headers = {"X-Telegram-Bot-Api-Secret-Token": token, **AS_JSON}
            body = io.BytesIO(b" " * size)
            async with session.post(url, data=body, headers=headers) as answer:
                statuses.append(answer.status)

    assert statuses == [413, 401]


async def brings(telegram: FakeTelegram, person: Person, body: dict[str, Any]) -> None:
    """Let Telegram bring a message that looks like this."""
    telegram._world.updates.add("message", body, ("chat", person.id))
    await telegram._world.watch.changed()

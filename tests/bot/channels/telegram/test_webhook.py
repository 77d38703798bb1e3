import io
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.channels import ChannelError
from bot.channels.telegram import Telegram
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.webhook import MOST_BYTES, Webhook
from conversations.said import Text
from tests.bot.channels.telegram.bench import Pauses, Recorder
from tests.fakes.telegram import FakeTelegram, Fault
from tests.serving import serving

SECRET = "a-secret-of-the-webhook-0123456789"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
LAN = {"id": 1, "is_bot": False, "first_name": "Lan"}
SAID = {"text": "Nuôi lươn \ud800", "from": LAN, "chat": {"id": 1, "type": "private"}}
GOOD = json.dumps({"update_id": 1, "message": {"message_id": 1, "date": 1, **SAID}}).encode()


@pytest.fixture
def webhook(telegram: Telegram, intake: Intake) -> Webhook:
    """Give the webhook under test."""
    return Webhook(telegram, intake, secret=SECRET)


@pytest.fixture
async def home(webhook: Webhook) -> AsyncIterator[str]:
    """Give the URL of a web server that has the webhook's route."""
    async with serving(webhook.routes()) as url:
        yield url


async def answer(
    url: str, body: bytes = GOOD, headers: dict[str, str] | None = None
) -> tuple[int, bytes]:
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=io.BytesIO(body), headers=HEADERS | (headers or {})) as response,
    ):
        return response.status, await response.read()


async def test_what_people_say_is_posted_taken_in_and_answered(
    server: FakeTelegram, webhook: Webhook, home: str, recorder: Recorder
) -> None:
    await webhook.start(home + "/")
    lan = server.person("Lan")
    for text in ("một", "hai", "ba"):
        await lan.says(text)
    await server.drained()

    texts = [said.text for said in recorder.said if isinstance(said, Text)]
    assert texts == ["một", "hai", "ba"]


async def test_telegram_is_told_where_and_what_to_post(
    server: FakeTelegram, webhook: Webhook, home: str
) -> None:
    await webhook.start(home)

    (call,) = await server.called("setWebhook")
    assert call.params == {
        "url": f"{home}/telegram/{server.token.partition(':')[0]}",
        "secret_token": SECRET,
        "allowed_updates": ["message", "edited_message", "callback_query", "my_chat_member"],
        "max_connections": 100,
    }


async def test_while_the_database_is_away_telegram_keeps_the_update(
    server: FakeTelegram, webhook: Webhook, home: str, recorder: Recorder
) -> None:
    recorder.fails = 1
    server.webhook_backoff = 0.001
    await webhook.start(home)
    await server.person("Lan").says("Nuôi lươn")
    await server.drained()

    assert recorder.said == [Text("Nuôi lươn", recorder.taken[0].external[2:])]


async def test_a_database_away_is_503(home: str, webhook: Webhook, recorder: Recorder) -> None:
    recorder.fails = 1

    assert await answer(home + webhook.path) == (503, b"")


async def test_what_telegram_posts_is_taken_in_before_the_answer(
    home: str, webhook: Webhook, recorder: Recorder
) -> None:
    assert await answer(home + webhook.path) == (200, b"")
    assert recorder.said == [Text("Nuôi lươn", "1")]


@pytest.mark.parametrize(
    "told", ["", SECRET[:-1], SECRET + "0", SECRET.upper(), "mật khẩu", SECRET + "\xff"]
)
async def test_who_does_not_know_the_secret_is_turned_away(
    home: str, webhook: Webhook, recorder: Recorder, told: str
) -> None:
    header = {"X-Telegram-Bot-Api-Secret-Token": told}

    assert await answer(home + webhook.path, headers=header) == (401, b"")
    assert recorder.taken == []


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (GOOD, {"Content-Type": "text/plain"}, 415),
        (GOOD, {"Content-Type": "application/x-www-form-urlencoded"}, 415),
        (b" " * (MOST_BYTES + 1), {}, 413),
        (b"{", {}, 400),
        (b"[]", {}, 400),
        (b"[" * 100_000, {}, 400),
        (b"", {}, 400),
        (b'{"update_id": 1}', {}, 200),
        (b"{}", {}, 200),
        (b" " * (MOST_BYTES - len(GOOD)) + GOOD, {}, 200),
        (GOOD, {"Content-Type": "application/json; charset=utf-8"}, 200),
    ],
)
async def test_what_is_no_update_is_refused_without_a_word(
    home: str, webhook: Webhook, body: bytes, headers: dict[str, str], status: int
) -> None:
    assert await answer(home + webhook.path, body, headers) == (status, b"")


@pytest.mark.parametrize("secret", ["", "short", "x" * 257, "sixteen letters and a blank"])
def test_a_secret_telegram_would_not_take_is_refused(
    telegram: Telegram, intake: Intake, secret: str
) -> None:
    with pytest.raises(ValueError, match="16 to 256"):
        Webhook(telegram, intake, secret=secret)


async def test_while_telegram_is_away_the_start_waits(
    server: FakeTelegram, telegram: Telegram, intake: Intake, home: str
) -> None:
    server.fault("setWebhook", Fault(status=502), times=2)
    pauses = Pauses()

    await Webhook(telegram, intake, secret=SECRET, sleep=pauses).start(home)

    assert pauses == [1, 2]


async def test_a_place_telegram_refuses_ends_the_start(
    server: FakeTelegram, webhook: Webhook
) -> None:
    server.fault("setWebhook", Fault(status=400, description="Bad Request: bad webhook"))

    with pytest.raises(ChannelError, match="bad webhook"):
        await webhook.start("https://home.example")

"""Each of the eleven methods, and what an empty poll is."""

import pytest

from bot.channels import ChannelError
from bot.channels.zalo import Zalo, api
from bot.channels.zalo.api import Api
from bot.channels.zalo.errors import WebhookSet
from tests.fakes.zalo import Chat, FakeZalo, Fault


@pytest.fixture
def calls(zalo: Zalo, lan: Chat) -> Api:
    """Give the API of the first bot, to which somebody has written."""
    return zalo.bots[lan.bot].api


async def test_what_is_said_comes_one_by_one_until_nothing_comes(calls: Api, lan: Chat) -> None:
    number = await lan.writes("một")

    texts = [await calls.poll(0) for _ in range(3)]

    assert texts[0]
    assert texts[1]
    assert texts[1]["message"]["message_id"] == number
    assert texts[2] is None


async def test_a_poll_that_hangs_is_an_empty_one(
    server: FakeZalo, calls: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api, "SLACK", 0.2)
    server.fault("getUpdates", Fault(delay_before=9))

    assert await calls.poll(0) is None


async def test_a_poll_that_is_cut_is_told(server: FakeZalo, calls: Api) -> None:
    server.fault("getUpdates", Fault(cut_before=True))

    with pytest.raises(ChannelError) as caught:
        await calls.poll(0)

    assert caught.value.kind == "ambiguous"


async def test_a_webhook_is_set_tried_shown_and_removed(
    server: FakeZalo, calls: Api, lan: Chat
) -> None:
    hook = {"url": f"{server.url}/nowhere", "secret_token": "a-secret-0123456789"}
    none_yet = await calls.call("getWebhookInfo", {})

    await calls.call("setWebhook", hook)
    tried = await calls.call("testWebhook", {})
    shown = await calls.call("getWebhookInfo", {})
    with pytest.raises(WebhookSet):
        await calls.poll(0)
    for _ in range(2):  # the second time there is none
        await calls.call("deleteWebhook", {})
    await lan.writes("còn đó không")

    assert (none_yet, shown["url"]) == ({"url": ""}, hook["url"])
    assert tried["outcome"] == "webhook.http.404"
    assert await calls.poll(0)


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendSticker", {"sticker": "2be893baafff46a11fee"}),
        ("sendVoice", {"voice_url": "https://kheo.example/1.aac"}),
    ],
)
async def test_the_rare_methods_can_be_called(
    calls: Api, lan: Chat, method: str, params: dict[str, str]
) -> None:
    sent = await calls.call(method, {"chat_id": lan.id, **params})

    assert sent["message_id"] == lan.bubbles[-1].id

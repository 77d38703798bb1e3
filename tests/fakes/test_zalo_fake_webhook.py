"""The fake Zalo posts updates to a webhook."""

import asyncio

import aiohttp
import pytest

from tests.fakes.zalo import Bot, FakeZalo, Fault
from tests.fakes.zalo.webhook import AGENT, SECRET, Hooking
from tests.fakes.zalo_called import PNG, Caller, Endpoint


@pytest.mark.parametrize("wrapped", [False, True])
async def test_a_webhook_is_probed_and_gets_what_is_said(
    session: aiohttp.ClientSession, endpoint: Endpoint, *, wrapped: bool
) -> None:
    async with FakeZalo(wrapped=wrapped) as zalo:
        caller, lan = Caller(zalo, session), zalo.person("Lan").at(zalo.bots[0])
        hook = {"url": endpoint.server.url, "secret_token": "s3cret-s3cret"}
        _, body = await caller.asks("setWebhook", **hook)
        await lan.sends_photo(PNG, caption="Ảnh")
        await _posted(zalo.bots[0])

    (probed, nothing), (headers, posted) = endpoint.posted
    assert body["result"]["verification"]["outcome"] == "webhook.ok"
    assert (nothing, SECRET in probed, "Content-Type" in probed) == (b"", False, False)
    assert (headers["User-Agent"], headers[SECRET]) == (AGENT, "s3cret-s3cret")
    assert posted.startswith(b'{"ok":true' if wrapped else b'{"event_name"')
    assert (b'"photo":' if wrapped else b'"photo_url":') in posted


async def test_an_update_that_is_not_taken_is_posted_again_where_so_switched(
    session: aiohttp.ClientSession, endpoint: Endpoint
) -> None:
    async with FakeZalo(hooking=Hooking(retries=1, backoff=0)) as zalo:
        caller, lan = Caller(zalo, session), zalo.person("Lan").at(zalo.bots[0])
        await caller.asks("setWebhook", url=endpoint.server.url, secret_token="s3cret-s3cret")
        endpoint.statuses = [503, 200, 503, 503]
        taken, lost = await lan.writes("1"), await lan.writes("2")
        await _posted(zalo.bots[0])

        assert dict(zalo.bots[0].webhook.posted) == {taken: [503, 200], lost: [503, 503]}


async def test_an_update_may_be_posted_twice_or_never(
    zalo: FakeZalo, caller: Caller, endpoint: Endpoint
) -> None:
    bot = zalo.bots[0]
    await caller.asks("setWebhook", url=endpoint.server.url, secret_token="s3cret-s3cret")
    lan = zalo.person("Lan").at(bot)
    zalo.fault("webhook", Fault(duplicate_updates=True, delay_before=0.01))
    zalo.fault("webhook", Fault(cut_before=True))
    twice, never = await lan.writes("1"), await lan.writes("2")
    await _posted(bot)

    assert dict(bot.webhook.posted) == {twice: [200, 200], never: [0]}
    assert len(endpoint.posted) == 3  # the first was the trial


async def test_a_webhook_is_public_or_refused(session: aiohttp.ClientSession) -> None:
    async with FakeZalo(hooking=Hooking(loopback=False)) as zalo:
        caller = Caller(zalo, session)
        _, body = await caller.asks("setWebhook", url="https://127.0.0.1/", secret_token="s" * 8)

        assert body["error_code"] == 400
        assert (await caller.asks("getWebhookInfo"))[1]["error_code"] == 404
        assert (await caller.asks("deleteWebhook"))[1]["error_code"] == 400


async def test_polling_is_refused_while_a_webhook_is_set(
    caller: Caller, endpoint: Endpoint
) -> None:
    await caller.asks("setWebhook", url=endpoint.server.url, secret_token="s3cret-s3cret")
    refused = (await caller.asks("getUpdates"))[1]
    await caller.asks("deleteWebhook")

    assert refused["description"].startswith("You cannot use this API while a webhook is set")
    assert await caller.hears() == []


async def _posted(bot: Bot) -> None:
    async with asyncio.timeout(10):
        while bot.webhook.busy:  # noqa: ASYNC110 - it ends by itself at once
            await asyncio.sleep(0.005)

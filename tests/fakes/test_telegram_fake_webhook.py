"""The fake Telegram posts updates to a webhook."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.fakes.telegram import FakeTelegram, Fault, Person
from tests.fakes.telegram.server import Server
from tests.fakes.telegram.watch import Watch
from tests.fakes.telegram_by_hand import Bot


class Endpoint:
    """A webhook that notes what is posted, and answers when it is let to."""

    def __init__(self) -> None:
        self.posted: list[dict[str, Any]] = []
        self.headers: list[str] = []
        self.answers: list[web.Response | None] = []
        self.open = asyncio.Event()
        self.open.set()
        self.server = Server(self._take)
        self._watch = Watch()

    @property
    def said(self) -> list[str]:
        """The texts posted so far."""
        return [update["message"]["text"] for update in self.posted if "message" in update]

    async def gets(self, count: int) -> list[str]:
        """Return the texts posted, as soon as there are so many."""
        return await self._watch.until(
            lambda: self.said if len(self.posted) >= count else None,
            within=5,
            missing=lambda: f"{count} updates expected: {self.posted}",
        )

    async def _take(self, request: web.BaseRequest) -> web.Response:
        self.posted.append(await request.json())
        self.headers.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""))
        await self._watch.changed()
        await self.open.wait()
        answer = self.answers.pop(0) if self.answers else web.Response()
        if answer is None:
            assert request.transport is not None
            request.transport.abort()
        return answer or web.Response()


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as telegram:
        telegram.webhook_backoff = 0.001
        yield telegram


@pytest.fixture
async def bot(telegram: FakeTelegram) -> AsyncIterator[Bot]:
    async with aiohttp.ClientSession() as session:
        yield Bot(telegram, session)


@pytest.fixture
async def lan(telegram: FakeTelegram) -> Person:
    lan = telegram.person("Lan")
    await lan.says("/start")
    return lan


@pytest.fixture
async def hook(bot: Bot) -> AsyncIterator[Endpoint]:
    endpoint = Endpoint()
    await endpoint.server.up()
    await bot.does("setWebhook", url=endpoint.server.url, secret_token="s3cret", max_connections=2)
    yield endpoint
    endpoint.open.set()
    await endpoint.server.down()


@pytest.mark.usefixtures("lan")
async def test_updates_are_posted_with_the_secret(
    telegram: FakeTelegram, bot: Bot, hook: Endpoint
) -> None:
    await telegram.drained()

    assert (hook.said, hook.headers) == (["/start"], ["s3cret"])
    info = await bot.does("getWebhookInfo")
    assert (info["url"], info["pending_update_count"]) == (hook.server.url, 0)
    assert info["max_connections"] == 2


async def test_the_next_of_a_chat_waits_until_the_last_was_accepted(
    telegram: FakeTelegram, bot: Bot, hook: Endpoint, lan: Person
) -> None:
    await telegram.drained()
    hook.answers = [web.Response(status=503), None, web.Response(status=301), web.Response()]
    await lan.says("một")
    await lan.says("hai")
    await telegram.drained()

    assert hook.said == ["/start", "một", "một", "một", "một", "hai"]
    assert "301" in (await bot.does("getWebhookInfo"))["last_error_message"]


@pytest.mark.usefixtures("lan")
async def test_chats_are_served_side_by_side_up_to_a_limit(
    telegram: FakeTelegram, hook: Endpoint
) -> None:
    await telegram.drained()
    hook.open.clear()
    for name in ("Lan", "Bình", "Páo"):
        person = telegram.person(name)
        await person.says(f"{name} một")
        await person.says(f"{name} hai")
    held = set((await hook.gets(3))[1:])
    hook.open.set()
    await telegram.drained()

    assert held == {"Lan một", "Bình một"}
    assert len(hook.posted) == 7
    assert [text for text in hook.said if "Páo" in text] == ["Páo một", "Páo hai"]


async def test_a_press_does_not_wait_for_a_message_of_the_same_person(
    telegram: FakeTelegram, bot: Bot, hook: Endpoint, lan: Person
) -> None:
    await telegram.drained()
    markup = {"inline_keyboard": [[{"text": "Gửi", "callback_data": "send"}]]}
    await bot.does("sendMessage", chat_id=lan.id, text="?", reply_markup=markup)
    hook.open.clear()
    await lan.says("gõ trước")
    await lan.presses("Gửi")

    await hook.gets(3)
    assert [next(iter(update.keys() - {"update_id"})) for update in hook.posted[1:]] == [
        "message",
        "callback_query",
    ]


async def test_a_call_in_the_answer_is_carried_out(
    telegram: FakeTelegram, hook: Endpoint, lan: Person
) -> None:
    await telegram.drained()
    call = {"method": "sendMessage", "chat_id": lan.id, "text": "Nhận rồi"}
    hook.answers = [web.json_response(call), web.json_response({"method": "getMe"})]
    await lan.says("một")
    await lan.says("hai")

    assert [bubble.text for bubble in await lan.reads()] == ["Nhận rồi"]
    await telegram.drained()
    assert telegram.violations == [
        "getMe: Bad Request: this method can't be called in the answer to an update"
    ]


async def test_what_was_not_posted_can_be_fetched(
    telegram: FakeTelegram, bot: Bot, hook: Endpoint, lan: Person
) -> None:
    await telegram.drained()
    await hook.server.down()
    sent = await lan.says("không ai nhà")
    await bot.does("deleteWebhook")

    assert await bot.fetches() == [sent.update_id]
    await bot.does("setWebhook", url=hook.server.url, drop_pending_updates=True)
    assert telegram.updates_pending == 0


@pytest.mark.parametrize("fault", [Fault(cut_after=True), Fault(duplicate_updates=True)])
async def test_an_update_can_be_posted_twice(
    telegram: FakeTelegram, hook: Endpoint, fault: Fault, lan: Person
) -> None:
    await telegram.drained()
    telegram.fault("webhook", fault, chat=lan)
    await lan.says("một lần")
    await telegram.drained()

    assert hook.said == ["/start", "một lần", "một lần"]


async def test_it_closes_in_the_middle_of_everything(bot: Bot, hook: Endpoint) -> None:
    async with FakeTelegram() as telegram, aiohttp.ClientSession() as session:
        other = Bot(telegram, session)
        telegram.fault("getMe", Fault(delay_before=30))
        slow = asyncio.create_task(other.asks("getMe"))
        await telegram.called("getMe")
        await other.does("setWebhook", url=hook.server.url)
        hook.open.clear()
        await telegram.person("Páo").says("chưa ai trả lời")
        await hook.gets(1)

    with pytest.raises(aiohttp.ServerDisconnectedError):
        await slow
    assert (await bot.does("getMe"))["is_bot"]

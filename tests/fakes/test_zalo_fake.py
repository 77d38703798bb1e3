"""The fake Zalo does what is known of the real one, and each of its switches switches."""

import asyncio
from typing import Any

import aiohttp
import pytest

from tests.fakes.zalo import Chat, FakeZalo, Fault, Plan
from tests.fakes.zalo_called import PNG, Caller, Endpoint


@pytest.fixture
async def pao(zalo: FakeZalo) -> Chat:
    chat = zalo.person("Giàng A Páo").at(zalo.bots[0])
    await chat.writes("alo")
    return chat


async def test_two_bots_know_a_person_by_different_ids(zalo: FakeZalo) -> None:
    lan = zalo.person("Lan")
    here, there = (lan.at(bot) for bot in zalo.bots)

    assert here.id != there.id
    assert lan.at(zalo.bots[0]) is here


@pytest.mark.usefixtures("pao")
async def test_an_update_is_handed_out_once(caller: Caller, zalo: FakeZalo) -> None:
    assert await caller.hears() == ["alo"]
    assert await caller.hears() == []
    assert zalo.complaints == []


@pytest.mark.parametrize(("delivery", "heard"), [("replay", ["1", "1", "2", "2"]), ("lossy", [])])
async def test_what_was_said_before_anybody_asked(
    session: aiohttp.ClientSession, delivery: Any, heard: list[str]
) -> None:
    async with FakeZalo(delivery=delivery) as zalo:
        lan = zalo.person("Lan").at(zalo.bots[0])
        said = [await lan.writes("1"), await lan.writes("2")]

        assert await Caller(zalo, session).hears() == heard
        assert zalo.bots[0].dropped == ([] if heard else said)


async def test_two_who_ask_at_once_share_what_is_said(zalo: FakeZalo, caller: Caller) -> None:
    polls = [asyncio.create_task(caller.asks("getUpdates", timeout=30)) for _ in range(2)]
    lan = zalo.person("Lan").at(zalo.bots[0])
    for words in "ab":
        await lan.writes(words)
    heard = [body["result"]["message"]["text"] for _, body in await asyncio.gather(*polls)]

    assert sorted(heard) == ["a", "b"]


async def test_what_somebody_gone_had_asked_for_is_not_handed_to_them(
    zalo: FakeZalo, caller: Caller
) -> None:
    poll = asyncio.create_task(caller.asks("getUpdates", timeout=30))
    await zalo.called("getUpdates")
    poll.cancel()
    await asyncio.wait([poll])
    await asyncio.sleep(0.05)  # until the server has seen it
    await zalo.person("Lan").at(zalo.bots[0]).writes("alo")

    assert await caller.hears() == ["alo"]


async def test_a_text_is_shown(zalo: FakeZalo, caller: Caller, pao: Chat) -> None:
    _, body = await caller.asks("sendMessage", chat_id=pao.id, text="Chào đồng chí.")
    bubble = await pao.reads(1)

    assert (bubble.text, bubble.id) == ("Chào đồng chí.", body["result"]["message_id"])
    assert zalo.complaints == []


WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {"chat_id": ""}, "Bad request: The chat_id must not be empty"),
    ("sendMessage", {"chat_id": "feed"}, "Bad request: The chat_id is invalid"),
    ("sendMessage", {"text": " "}, "Bad request: The text must not be empty"),
    ("sendMessage", {"text": "😀" * 1001}, "Bad request: The text must not be longer"),
    ("sendPhoto", {"photo": ""}, "The photo must not be empty"),
    ("sendPhoto", {"photo": "data:image/png"}, "The photo must start with http:// or https://"),
    ("sendPhoto", {"photo": "https:// "}, "The photo URL is invalid"),
    ("sendVoice", {"voice_url": "http://a/b.mp3"}, "Bad request: The voice_url must end"),
    ("sendChatAction", {"action": "upload_photo"}, "Bad request: The action is invalid"),
    ("sendDocument", {}, "Not Found"),
]


@pytest.mark.parametrize(("method", "params", "told"), WRONG)
async def test_what_is_not_allowed_is_refused_and_complained_of(
    zalo: FakeZalo, caller: Caller, pao: Chat, method: str, params: dict[str, Any], told: str
) -> None:
    status, body = await caller.asks(method, **{"chat_id": pao.id, **params})

    assert (status, body["ok"]) == (200, False)
    assert body["description"].startswith(told)
    assert zalo.complaints == [f"{method}: {body['description']}"]


async def test_a_picture_is_fetched_twice(caller: Caller, pao: Chat, endpoint: Endpoint) -> None:
    photo = f"{endpoint.server.url}/picture"
    await caller.asks("sendPhoto", chat_id=pao.id, photo=photo, caption="Giấy xác nhận")
    bubble = await pao.reads()

    assert (bubble.photo, bubble.data, bubble.text) == (photo, PNG, "Giấy xác nhận")
    assert len(endpoint.posted) == 2


async def test_a_plan_is_used_up(session: aiohttp.ClientSession) -> None:
    async with FakeZalo(plan=Plan(people=1, messages=2, counted="both")) as zalo:
        caller = Caller(zalo, session)
        lan, binh = (zalo.person(name).at(zalo.bots[0]) for name in ("Lan", "Bình"))
        await lan.writes("1")
        answers = [await caller.asks("sendMessage", chat_id=lan.id, text=x) for x in "ab"]
        await binh.writes("2")
        _, beyond = await caller.asks("sendMessage", chat_id=binh.id, text="c")

        spent = {"ok": False, "error_code": 429, "description": "Quota exceeded"}
        assert [body["ok"] for _, body in answers] == [True, False]
        assert answers[1][1] == beyond == spent
        assert zalo.complaints == []


async def test_one_person_too_many_may_not_even_be_heard(session: aiohttp.ClientSession) -> None:
    async with FakeZalo(plan=Plan(people=1, beyond="unheard")) as zalo:
        for name in ("Lan", "Bình"):
            await zalo.person(name).at(zalo.bots[0]).writes(name)

        assert await Caller(zalo, session).hears() == ["Lan"]
        assert len(zalo.bots[0].dropped) == 1


async def test_a_chat_that_is_none_is_refused_by_a_code_of_ones_choice(
    session: aiohttp.ClientSession,
) -> None:
    async with FakeZalo(unknown_chat=404) as zalo:
        _, body = await Caller(zalo, session).asks("sendMessage", chat_id="feed", text="1")

    assert body["error_code"] == 404


FAULTS = [
    (Fault(status=403), 200, "Internal server error"),
    (Fault(status=408), 200, "Request timeout"),
    (Fault(status=429), 200, "Quota exceeded"),
    (Fault(status=502), 502, "Internal Server Error"),
]


@pytest.mark.parametrize(("fault", "status", "told"), FAULTS)
async def test_a_code_is_in_the_body_as_a_rule(
    zalo: FakeZalo, caller: Caller, pao: Chat, fault: Fault, status: int, told: str
) -> None:
    zalo.fault("sendMessage", fault, chat=pao)
    answer, body = await caller.asks("sendMessage", chat_id=pao.id, text="1")

    assert (answer, body["error_code"], body["description"]) == (status, fault.status, told)
    assert (pao.bubbles, zalo.complaints) == ([], [])


async def test_a_proxy_answers_with_a_page(zalo: FakeZalo, caller: Caller, pao: Chat) -> None:
    zalo.fault("*", Fault(status=429, html=True))
    status, page = await caller.asks("sendMessage", chat_id=pao.id, text="1")

    assert (status, page[:6]) == (429, "<html>")


async def test_errors_can_have_a_status(session: aiohttp.ClientSession) -> None:
    async with FakeZalo(http_status_errors=True) as zalo:
        status, body = await Caller(zalo, session).asks("getUpdates", timeout=0)

        assert (status, body["error_code"]) == (408, 408)


async def test_an_old_token_is_refused_and_a_malformed_one_is_lost(
    zalo: FakeZalo, caller: Caller, session: aiohttp.ClientSession
) -> None:
    old = zalo.bots[0].token
    zalo.reset_token(zalo.bots[0])
    answer = await session.get(f"{zalo.url}/bot{old}/getMe")
    lost = await session.get(f"{zalo.url}/botnothing/getMe")

    assert (await answer.json())["error_code"] == 401
    assert (lost.status, lost.content_type) == (404, "text/html")
    assert (await caller.asks("getMe"))[1]["result"]["display_name"] == "Bot Khéo 1"


async def test_a_group_is_heard_where_the_bot_is_mentioned(zalo: FakeZalo, caller: Caller) -> None:
    await zalo.group(zalo.bots[0]).mentions(zalo.person("Lan"), "chào bot")

    assert await caller.hears() == ["@Bot Khéo 1 chào bot"]


async def test_files_people_send_are_there_until_they_are_not(
    zalo: FakeZalo, caller: Caller, session: aiohttp.ClientSession
) -> None:
    await zalo.person("Lan").at(zalo.bots[0]).sends_voice(b"AAC")
    update = (await caller.asks("getUpdates"))[1]["result"]
    url = update["message"]["voice_url"]
    before = await (await session.get(url)).read()
    zalo.expire_media()

    assert (before, (await session.get(url)).status) == (b"AAC", 404)

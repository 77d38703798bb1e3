"""The fake Telegram refuses what Telegram refuses, and writes it down."""

import html
import io
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.telegram import FakeTelegram, Person
from tests.fakes.telegram.contract import METHODS
from tests.fakes.telegram.entities import parse_html
from tests.fakes.telegram.errors import ApiError
from tests.fakes.telegram.methods import _CARRIED_OUT

LAN = 6_900_000_077
TEXT = {"chat_id": LAN, "text": "Chào đồng chí"}
FAMILY = "👨‍👩‍👧‍👦"


def inline(**button: Any) -> dict[str, Any]:
    return TEXT | {"reply_markup": {"inline_keyboard": [[{"text": "Đồng ý"} | button]]}}


def keyboard(**markup: Any) -> dict[str, Any]:
    return TEXT | {"reply_markup": {"keyboard": [["Gửi"]]} | markup}


def written(text: str, **params: Any) -> dict[str, Any]:
    return {"chat_id": LAN, "text": text, "parse_mode": "HTML"} | params


def commands(name: str = "start", description: str = "Bắt đầu", count: int = 1) -> dict[str, Any]:
    return {"commands": [{"command": name, "description": description}] * count}


REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("sendMassage", {}, "method not found"),
    ("sendMessage", {"text": "x"}, "'chat_id' is required"),
    ("sendMessage", TEXT | {"txt": "x"}, "no parameter 'txt'"),
    ("sendMessage", TEXT | {"rich_message": {}}, "no parameter 'rich_message'"),
    ("sendMessage", TEXT | {"text": 5}, "must be of type String"),
    ("sendMessage", TEXT | {"text": None}, "must be of type String"),
    ("sendMessage", TEXT | {"chat_id": 1.5}, "must be of type Integer"),
    ("sendMessage", TEXT | {"chat_id": True}, "must be of type Integer"),
    ("sendMessage", TEXT | {"protect_content": "maybe"}, "must be of type Boolean"),
    ("sendMessage", TEXT | {"chat_id": 5}, "chat not found"),
    ("sendMessage", TEXT | {"text": ""}, "message text is empty"),
    ("sendMessage", TEXT | {"text": " \n "}, "message text is empty"),
    ("sendMessage", TEXT | {"text": "đ" * 4097}, "message is too long"),
    ("sendMessage", TEXT | {"text": "👍" * 2049}, "message is too long"),
    ("sendMessage", TEXT | {"reply_parameters": {"message_id": 9}}, "replied not found"),
    ("sendMessage", written("<b></b>"), "message text is empty"),
    ("sendMessage", written("<b>x"), "can't parse entities: can't find end tag"),
    ("sendMessage", written("<b>x</i>"), 'expected "</b>", found "</i>" at byte offset 4'),
    ("sendMessage", written("x</b>"), "unexpected end tag at byte offset 1"),
    ("sendMessage", written("ừ<br>"), 'unsupported start tag "br" at byte offset 3'),
    ("sendMessage", written("a < b"), "can't parse entities"),
    ("sendMessage", written("a <b"), "can't parse entities"),
    ("sendMessage", written("<b>x</b"), "unclosed end tag"),
    ("sendMessage", written("<span>x</span>"), "must have class"),
    ("sendMessage", written("x", entities=[]), "exclude each other"),
    ("sendMessage", written("*x*", parse_mode="MarkdownV2"), "unsupported parse_mode"),
    ("sendMessage", TEXT | {"entities": [{"type": "bold", "offset": 9, "length": 9}]}, "outside"),
    ("sendMessage", TEXT | {"entities": [{"type": "fat", "offset": 0, "length": 1}]}, "not one of"),
    ("sendMessage", inline(), "0 actions"),
    ("sendMessage", inline(callback_data="a", url="https://t.me"), "2 actions"),
    ("sendMessage", inline(callback_data=""), "0 bytes, 1 to 64 are allowed"),
    ("sendMessage", inline(callback_data="ừ" * 22), "66 bytes, 1 to 64 are allowed"),
    ("sendMessage", inline(callback_data=7), "must be of type String"),
    ("sendMessage", inline(callback_data="a", colour="red"), "no parameter 'colour'"),
    ("sendMessage", inline(callback_data="a", style="pink"), "not one of danger"),
    ("sendMessage", inline(callback_data="a", text=" "), "has no text"),
    ("sendMessage", TEXT | {"reply_markup": {"inline_keyboard": [{}]}}, "[0] must be an Array"),
    ("sendMessage", TEXT | {"reply_markup": "{"}, "can't parse reply_markup JSON object"),
    ("sendMessage", TEXT | {"reply_markup": {"remove_keyboard": False}}, "of type True"),
    ("sendMessage", keyboard(input_field_placeholder="đ" * 65), "65 characters"),
    ("sendMessage", keyboard(keyboard=[[{"text": "Gửi", "phone": True}]]), "no parameter 'phone'"),
    (
        "sendMessage",
        keyboard(keyboard=[[{"text": "A", "request_contact": True, "request_location": True}]]),
        "asks for several things",
    ),
    (
        "sendMessage",
        TEXT | {"reply_markup": {"inline_keyboard": [[{"text": "A", "callback_data": "a"}]] * 101}},
        "more than 100 buttons",
    ),
    ("editMessageText", {"chat_id": LAN, "text": "x"}, "identifier is not specified"),
    ("editMessageText", TEXT | {"message_id": 9}, "message to edit not found"),
    ("editMessageText", TEXT | {"message_id": 101}, "can't be edited"),
    ("editMessageText", {"chat_id": LAN, "message_id": 101}, "message text is empty"),
    ("editMessageReplyMarkup", {"inline_message_id": "x"}, "inline messages"),
    ("answerCallbackQuery", {"callback_query_id": "5", "text": "đ" * 201}, "0 to 200"),
    ("answerCallbackQuery", {"callback_query_id": "5"}, "query is too old"),
    ("sendChatAction", {"chat_id": LAN, "action": "dancing"}, "not one of typing"),
    ("setMyCommands", commands(count=101), "101 items"),
    ("setMyCommands", commands(name="Bắt_đầu"), "BOT_COMMAND_INVALID"),
    ("setMyCommands", commands(name="a" * 33), "33 characters"),
    ("setMyCommands", commands(description=""), "0 characters, 1 to 256"),
    ("setMyCommands", commands() | {"scope": {"type": "moon"}}, "not one of"),
    ("setMyCommands", commands() | {"scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
    ("setMyCommands", commands() | {"language_code": "vie"}, "invalid language code"),
    ("getUpdates", {"limit": 101}, "1 to 100 are allowed"),
    ("getUpdates", {"allowed_updates": ["massage"]}, "unknown kinds: massage"),
    ("setWebhook", {"url": "http://kheo.vn/hook"}, "an HTTPS URL"),
    ("setWebhook", {"url": "https://kheo.vn:8080/hook"}, "an HTTPS URL"),
    ("setWebhook", {"url": "", "secret_token": "a b"}, "unallowed characters"),
    ("getFile", {"file_id": "x"}, "wrong file identifier"),
    ("sendPhoto", {"chat_id": LAN, "photo": "attach://x"}, "not attached"),
    ("sendPhoto", {"chat_id": LAN, "photo": "x", "caption": "đ" * 1025}, "caption is too long"),
]

TAKEN: list[tuple[str, dict[str, Any]]] = [
    ("sendMessage", TEXT),
    ("sendmessage", TEXT | {"chat_id": str(LAN)}),
    ("sendMessage", TEXT | {"text": "đ" * 4096}),
    ("sendMessage", written("<b>" + "đ" * 4096 + "</b>")),
    ("sendMessage", written("a &lt; b &amp; c &nosuch; <code>d</code>")),
    ("sendMessage", written('<a href="https://kheo.vn?a=1&amp;b=2">ở đây</a>')),
    ("sendMessage", inline(callback_data="a" * 64)),
    ("sendMessage", inline(disabled={})),
    ("sendMessage", inline(callback_data="a", style="success")),
    ("sendMessage", TEXT | {"reply_markup": json.dumps(inline(url="tg://x")["reply_markup"])}),
    ("sendMessage", TEXT | {"reply_markup": {"remove_keyboard": True}}),
    ("sendMessage", TEXT | {"reply_markup": {"force_reply": True, "selective": True}}),
    ("sendMessage", keyboard(keyboard=[["Gửi", {"text": "Số", "request_contact": True}]])),
    ("sendMessage", TEXT | {"protect_content": "true", "link_preview_options": '{"url": "x"}'}),
    ("setMyCommands", commands() | {"scope": {"type": "default"}, "language_code": "vi"}),
    ("setMyCommands", commands() | {"scope": {"type": "chat", "chat_id": LAN}}),
    ("sendChatAction", {"chat_id": LAN, "action": "typing"}),
    ("getUpdates", {"offset": "-1", "limit": "1", "timeout": 0, "allowed_updates": []}),
    ("getMe", {}),
]


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    async with FakeTelegram() as telegram:
        yield telegram


@pytest.fixture
async def lan(telegram: FakeTelegram) -> Person:
    lan = telegram.person("Lan", id=LAN)
    await lan.says("/start")
    return lan


async def post(telegram: FakeTelegram, method: str, **body: Any) -> tuple[int, dict[str, Any]]:
    url = f"{telegram.url}/bot{telegram.token}/{method}"
    async with aiohttp.ClientSession() as session, session.post(url, **body) as response:
        return response.status, await response.json()


@pytest.mark.usefixtures("lan")
@pytest.mark.parametrize(("method", "params", "reason"), REFUSED)
async def test_a_breach_is_refused_and_written_down(
    telegram: FakeTelegram, method: str, params: dict[str, Any], reason: str
) -> None:
    status, answer = await post(telegram, method, json=params)

    assert (status, answer["ok"], answer["error_code"]) == (
        404 if "Massage" in method else 400,
        False,
        status,
    )
    assert reason in answer["description"]
    assert len(telegram.violations) == 1
    assert reason in telegram.violations[0]
    assert not telegram.calls[-1].acted


@pytest.mark.usefixtures("lan")
@pytest.mark.parametrize(("method", "params"), TAKEN)
async def test_what_telegram_takes_is_taken(
    telegram: FakeTelegram, method: str, params: dict[str, Any]
) -> None:
    status, answer = await post(telegram, method, json=params)

    assert (status, answer["ok"]) == (200, True)
    assert telegram.violations == []


async def test_a_form_is_read_as_json_is(telegram: FakeTelegram, lan: Person) -> None:
    markup = json.dumps(inline(callback_data="a")["reply_markup"])

    await post(
        telegram, "sendMessage", data={"chat_id": str(LAN), "text": "1", "reply_markup": markup}
    )
    form = aiohttp.FormData({"chat_id": str(LAN), "text": "2", "reply_markup": markup})
    form.add_field("protect_content", "true", content_type="text/plain")
    await post(telegram, "sendMessage", data=form)

    first, second = await lan.reads(2)
    assert (first.text, second.text) == ("1", "2")
    assert first.buttons == second.buttons
    assert telegram.calls[-1].params["protect_content"] is True


async def test_bodies_that_are_no_calls_are_refused(telegram: FakeTelegram) -> None:
    json_header = {"Content-Type": "application/json"}
    form_header = {"Content-Type": "application/x-www-form-urlencoded"}

    broken, _ = await post(telegram, "getMe", data=b'{"a":', headers=json_header)
    listed, _ = await post(telegram, "getMe", data=b"[]", headers=json_header)
    surrogate, _ = await post(telegram, "getMe", data=rb'{"a": "\ud800"}', headers=json_header)
    latin, _ = await post(telegram, "getMe", data=b"a=\xff", headers=form_header)
    huge, _ = await post(telegram, "getMe", data=io.BytesIO(b"a" * 2**21), headers=json_header)

    assert (broken, listed, surrogate, latin, huge) == (400, 400, 400, 400, 413)
    assert len(telegram.violations) == 5


async def test_a_wrong_token_is_no_breach(telegram: FakeTelegram) -> None:
    async with aiohttp.ClientSession(telegram.url) as session:
        async with session.get(f"/bot{telegram.token[:-1]}x/getMe") as wrong:
            assert (wrong.status, (await wrong.json())["description"]) == (401, "Unauthorized")
        async with session.get("/botx/getMe") as malformed:
            assert malformed.status == 404
        async with session.get("/elsewhere") as elsewhere:
            assert elsewhere.status == 404

    assert telegram.violations == []


async def test_text_is_shown_as_it_is_read(telegram: FakeTelegram, lan: Person) -> None:
    text = f" <b>{FAMILY} Chào</b> &amp; <i>b</i> <tg-spoiler>c</tg-spoiler>\n"

    _, answer = await post(telegram, "sendMessage", json=written(text))

    [bubble] = await lan.reads()
    assert bubble.text == f"{FAMILY} Chào & b c"
    assert [
        (entity["type"], entity["offset"], entity["length"])
        for entity in answer["result"]["entities"]
    ] == [("bold", 0, 16), ("italic", 19, 1), ("spoiler", 21, 1)]


@given(st.text())
def test_escaped_text_is_read_as_it_was(text: str) -> None:
    assert parse_html(html.escape(text, quote=False)) == (text, [])


@given(
    st.lists(
        st.sampled_from(["<b>", "</b>", "<a href='x'>", "</a>", "<", "&lt;", "ừ", " ", "<br>"])
    )
)
def test_html_is_read_or_refused(parts: list[str]) -> None:
    try:
        text, entities = parse_html("".join(parts))
    except ApiError as refused:
        assert "can't parse entities" in refused.description  # noqa: PT017  # either may be
    else:
        assert "<b>" not in text
        assert len(entities) <= parts.count("</b>") + parts.count("</a>")


def test_the_contract_names_the_methods_that_are_carried_out() -> None:
    assert METHODS.keys() == _CARRIED_OUT.keys()

"""What the page says reaches the assistant, and nothing else does."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.web.parse import parse
from conversations.said import Place, Press, Said, Start, Text, Unreadable
from rules.refused import Refused
from tests.bot.channels.web.phone import OURS, Phone
from tests.bot.channels.web.site import Site
from tests.bot.channels.web.words import REFUSALS

ID = "message-1"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"text": "Nuôi ong lấy mật"}, Text("Nuôi ong lấy mật")),
        ({"text": " Nuo\u0302i\u200b ong\r\n"}, Text("Nuôi ong")),
        ({"text": "\u200b"}, Unreadable("other")),
        ({"press": "d:x:name:1", "label": "Tên"}, Press("d:x:name:1")),
        ({"start": ""}, Start()),
        ({"start": "7K3M2P"}, Start("7K3M2P")),
        ({"start": "<b>"}, Start()),
        ({"place": {"latitude": 22.1, "longitude": 103}}, Place(22.1, 103.0)),
    ],
)
def test_what_the_page_sends_is_what_was_said(sent: dict[str, Any], said: Said) -> None:
    assert parse(json.dumps({"id": ID, **sent}).encode()).said == said


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b"[" * 200_000,
        b'{"id": "message-1"}',
        b'{"id": "message-1", "text": "a", "start": ""}',
        b'{"id": "message-1", "text": 7}',
        b'{"id": "message-1", "text": ["a"]}',
        b'{"id": "short", "text": "a"}',
        b'{"id": "message 1", "text": "a"}',
        b'{"id": 12345678, "text": "a"}',
        b'{"text": "a"}',
        b'{"id": "message-1", "press": ""}',
        json.dumps({"id": ID, "press": "ố" * 33}).encode(),
        b'{"id": "message-1", "place": {"latitude": 1}}',
        b'{"id": "message-1", "place": {"latitude": 91, "longitude": 0}}',
        b'{"id": "message-1", "place": {"latitude": NaN, "longitude": 0}}',
        b'{"id": "message-1", "place": {"latitude": 0, "longitude": -1e400}}',
        b'\xff{"id": "message-1", "text": "a"}',
    ],
)
def test_what_the_page_never_sends_is_refused(body: bytes) -> None:
    with pytest.raises(Refused, match="not-understood"):
        parse(body)


@given(st.binary() | st.text().map(str.encode))
def test_no_body_does_worse_than_being_refused(body: bytes) -> None:
    with pytest.raises(Refused):
        parse(body)


@given(st.text(), st.text())
def test_any_words_arrive_without_what_a_database_cannot_keep(text: str, label: str) -> None:
    message = parse(json.dumps({"id": ID, "text": text, "label": label}).encode())
    kept = message.label + (message.said.text if isinstance(message.said, Text) else "")

    assert "\0" not in kept
    kept.encode()


@given(st.floats(), st.floats())
def test_a_place_is_on_the_earth(latitude: float, longitude: float) -> None:
    body = json.dumps({"id": ID, "place": {"latitude": latitude, "longitude": longitude}})
    try:
        said = parse(body.encode()).said
    except Refused:
        return

    assert isinstance(said, Place)
    assert math.isfinite(said.latitude) and abs(said.longitude) <= 180  # noqa: PT018 - one fact


async def test_a_message_reaches_the_assistant_with_all_that_is_known_of_it(
    site: Site, phone: Phone
) -> None:
    status, content, _ = await phone.post(
        "/chat/say", json={"id": ID, "press": "a:edit:1:1", "label": "Sửa"}
    )
    (taken,) = site.assistant.taken

    assert (status, content) == (200, {"ok": True})
    assert (taken.channel, taken.bot, taken.chat) == ("web", "", phone.chat)
    assert (taken.external, taken.said, taken.label) == (ID, Press("a:edit:1:1"), "Sửa")


async def test_a_message_sent_again_is_taken_once(site: Site, phone: Phone) -> None:
    statuses = [await phone.say(id=ID, text="Nuôi ong") for _ in range(3)]

    assert statuses == [200, 200, 200]
    assert site.assistant.texts() == ["Nuôi ong"]


async def test_while_the_database_is_down_the_page_is_told_to_keep_the_message(
    site: Site, phone: Phone
) -> None:
    site.assistant.down = True
    kept = await phone.say(id=ID, text="Nuôi ong")
    site.assistant.down = False
    taken = await phone.say(id=ID, text="Nuôi ong")

    assert (kept, taken) == (503, 200)
    assert site.assistant.texts() == ["Nuôi ong"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Kheo": "0"},
        {**OURS, "Origin": "https://evil.example"},
        {**OURS, "Origin": "null"},
        {**OURS, "Origin": "http://127.0.0.1:1"},
    ],
)
@pytest.mark.parametrize("path", ["/chat/say", f"/chat/photo?id={ID}"])
async def test_another_page_cannot_speak_in_the_name_of_ours(
    site: Site, phone: Phone, path: str, headers: dict[str, str]
) -> None:
    status, _, _ = await phone.post(path, json={"id": ID, "text": "a"}, headers=headers)

    assert status == 403
    assert site.assistant.tries == {}


async def test_our_own_page_may_speak(site: Site, phone: Phone) -> None:
    status, _, _ = await phone.post(
        "/chat/say", json={"id": ID, "text": "a"}, headers={**OURS, "Origin": site.url}
    )

    assert status == 200


async def test_only_json_is_read(site: Site, phone: Phone) -> None:
    headers = {**OURS, "Content-Type": "text/plain"}
    status, _, _ = await phone.post(
        "/chat/say", data=b'{"id":"message-1","text":"a"}', headers=headers
    )

    assert status == 415
    assert site.assistant.tries == {}


async def test_who_has_no_session_is_told_so(site: Site, phone: Phone) -> None:
    phone.session.cookie_jar.clear()
    status = await phone.say(text="a")

    assert status == 401
    assert site.assistant.tries == {}


async def test_a_browser_without_cookies_brings_a_secret_of_its_own(
    site: Site, phone: Phone
) -> None:
    phone.session.cookie_jar.clear()
    status, _, _ = await phone.post(
        "/chat/say",
        json={"id": ID, "text": "Nuôi ong"},
        headers={**OURS, "X-Kheo-Session": "s" * 43},
    )

    assert status == 200
    assert site.assistant.texts() == ["Nuôi ong"]


async def test_20_000_characters_are_taken_and_one_more_is_answered_with_a_sentence(
    site: Site, phone: Phone
) -> None:
    fits = await phone.say(text="ố" * 20_000)
    status, content, _ = await phone.post("/chat/say", json={"id": ID, "text": "ố" * 20_001})

    assert fits == 200
    assert (status, content) == (413, {"say": REFUSALS["too-long"]})
    assert site.assistant.texts() == ["ố" * 20_000]


@pytest.mark.parametrize("declared", [True, False])
async def test_a_body_of_more_than_256_kibibytes_is_not_read(phone: Phone, declared: bool) -> None:  # noqa: FBT001 - a case
    async def endless() -> Any:
        for _ in range(300):
            yield b"x" * 1024

    body = b"x" * 300 * 1024 if declared else endless()
    headers = {**OURS, "Content-Type": "application/json"}
    status, content, _ = await phone.post("/chat/say", data=body, headers=headers)

    assert (status, content) == (413, {"say": REFUSALS["too-long"]})


async def test_who_says_more_than_30_things_in_10_seconds_waits(
    site: Site, phone: Phone, other_phone: Phone
) -> None:
    statuses = [await phone.say(text=str(number)) for number in range(30)]
    status, _, headers = await phone.post("/chat/say", json={"id": "flood-001", "text": "31"})
    other = await other_phone.say(text="a")
    site.seconds += 10
    later = await phone.say(id="flood-001", text="31")

    assert set(statuses) == {200}
    assert (status, headers["Retry-After"], other, later) == (429, "10", 200, 200)
    assert site.assistant.texts().count("31") == 1

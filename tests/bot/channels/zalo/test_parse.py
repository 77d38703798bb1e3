from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import Incoming
from bot.channels.decoded import decoded
from bot.channels.zalo.content import word
from bot.channels.zalo.parse import Arrival, Elsewhere, parse
from conversations.said import Photo, Said, Text, Unreadable

NOW = 1_900_000_000_000
LAN = "a0c01dfe32b3dbed82a2"
URL = "https://photo-stal-29.zdn.vn/no/jpg/1.jpg"


def message(**content: Any) -> dict[str, Any]:
    return {
        "date": 1_776_919_152_762,
        "chat": {"chat_type": "PRIVATE", "id": LAN},
        "message_id": "94691c36aef84aa113ee",
        "from": {"id": LAN, "is_bot": False, "display_name": "Lan"},
        **content,
    }


def brought(event: str = "text", **content: Any) -> tuple[Arrival, ...]:
    body = {"event_name": f"message.{event}.received", "message": message(**content)}
    return parse(body, bot="145", now=NOW)


def said(*arrivals: Arrival) -> list[tuple[str, Said]]:
    return [(one.external, one.said) for one in arrivals if isinstance(one, Incoming)]


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_text_comes_with_who_where_and_when(wrapped: bool) -> None:  # noqa: FBT001 - both shapes
    body = {"event_name": "message.text.received", "message": message(text=" bé ơi\u200b ")}

    (heard,) = parse({"ok": True, "result": body} if wrapped else body, bot="145", now=NOW)

    text = Text("bé ơi", message="94691c36aef84aa113ee")
    external = "m:94691c36aef84aa113ee"
    assert heard == Incoming("zalo", "145", LAN, external, text, 1_776_919_152_762)


@pytest.mark.parametrize("name", ["photo_url", "photo"])
def test_a_photo_comes_with_its_caption_behind_it(name: str) -> None:
    photo, words = brought("image", **{name: URL}, caption="Mô hình nuôi ong")

    assert isinstance(photo, Incoming)
    assert photo.picture
    assert (photo.said, photo.picture.remote) == (Photo(""), URL)
    assert said(words) == [
        ("c:94691c36aef84aa113ee", Text("Mô hình nuôi ong", message="94691c36aef84aa113ee"))
    ]


def test_a_photo_without_a_caption_is_one_thing() -> None:
    assert said(*brought("image", photo_url=URL, caption="")) == [
        ("m:94691c36aef84aa113ee", Photo(""))
    ]


def test_words_that_stand_in_two_places_are_said_once() -> None:
    _, words = brought("image", photo_url=URL, text="Ao lươn", caption="Ao lươn")

    assert said(words)[0][1] == Text("Ao lươn", message="94691c36aef84aa113ee")


def test_what_lies_under_a_stamp_of_secrecy_is_not_fetched() -> None:
    (words,) = brought("image", photo_url=URL, caption="Tài liệu MẬT")

    assert isinstance(words, Incoming)
    assert words.picture is None


@pytest.mark.parametrize(
    ("event", "content", "what"),
    [
        ("sticker", {"sticker": "2be893baafff46a11fee"}, "sticker"),
        ("voice", {"voice_url": "https://f2-voice-aac-dl.zdn.vn/1.aac"}, "voice"),
        ("unsupported", {}, "unsupported"),
        ("location", {}, "unsupported"),
        ("text", {"text": "\u200b \n"}, "unsupported"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_kind(
    event: str, content: dict[str, Any], what: str
) -> None:
    assert said(*brought(event, **content)) == [("m:94691c36aef84aa113ee", Unreadable(what))]


@pytest.mark.parametrize("kind", ["GROUP", "group", "CHANNEL"])
def test_a_group_is_told_apart(kind: str) -> None:
    chat = {"chat_type": kind, "id": "g1"}

    assert brought(text="@Bot Khéo ơi", chat=chat) == (Elsewhere("g1"),)


def test_a_chat_of_unknown_kind_is_private_only_with_oneself() -> None:
    assert said(*brought(text="chào", chat={"id": LAN}))
    assert brought(text="chào", chat={"id": "g1"}) == (Elsewhere("g1"),)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"event_name": "message.unsupported.received"},
        {"ok": True, "result": None},
        {"ok": False, "result": {"message": message(text="chào")}},
        {"event_name": "message.text.received", "message": "chào"},
        {"event_name": "user.follow", "message": message()},
        {"message": message(text="chào", **{"from": {"id": "b", "is_bot": True}})},
    ],
)
def test_some_bodies_bring_nothing(body: dict[str, Any]) -> None:
    assert parse(body, bot="145", now=NOW) == ()


@pytest.mark.parametrize("date", [NOW + 1, None, "x", -5, 0, True, 10**400])
def test_nothing_is_said_later_than_now(date: object) -> None:
    (heard,) = brought(text="chào", date=date)

    assert isinstance(heard, Incoming)
    assert heard.at == NOW


def test_a_message_without_an_id_is_known_again_all_the_same() -> None:
    first, again, other = (
        said(*brought(text=text, message_id=None))[0][0] for text in ("một", "một", "hai")
    )

    assert first == again != other


WILD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
FIELDS = ["date", "chat", "message_id", "from", "text", "caption", "photo_url", "photo", "sticker"]


@given(st.dictionaries(st.sampled_from(["event_name", "message", "result", "ok"]), WILD))
def test_a_wild_body_does_no_harm(body: dict[str, Any]) -> None:
    parse(body, bot="145", now=NOW)


@given(st.dictionaries(st.sampled_from(FIELDS), WILD), st.text(), st.booleans())
def test_no_text_is_lost_whatever_is_around_it(
    around: dict[str, Any],
    text: str,
    wrapped: bool,  # noqa: FBT001 - both shapes
) -> None:
    told = {**around, "text": text, "chat": {"chat_type": "PRIVATE", "id": LAN}, "from": {}}
    body = {"event_name": "message.text.received", "message": told}

    heard = said(*parse({"ok": True, "result": body} if wrapped else body, bot="1", now=NOW))

    words = [one.text for _, one in heard if isinstance(one, Text)]
    assert heard
    assert not word(text) or any(word(text) in found for found in words)


def test_halves_of_characters_do_no_harm() -> None:
    body = orjson.dumps({"message": message(text="x")}).replace(b'"x"', b'"\\ud83d ch\xc3\xa0o"')

    assert said(*parse(decoded(body), bot="145", now=NOW))[0][1] == Text(
        "chào", message="94691c36aef84aa113ee"
    )

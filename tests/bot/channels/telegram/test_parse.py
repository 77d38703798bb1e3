from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram import Update

from bot.channels import Incoming, PictureSent
from bot.channels.telegram.parse import Arrival, Elsewhere, Membership, parse
from conversations.said import Contact, Photo, Place, Press, Start, Text, Unreadable

NOW = 1_900_000_000_000
LAN = {"id": 6_900_000_001, "is_bot": False, "first_name": "Lan", "language_code": "vi"}
CHAT = {"id": LAN["id"], "type": "private", "first_name": "Lan"}
GROUP = {"id": -1_002_000_000_001, "type": "supergroup", "title": "Chi bộ"}
BOT = {"id": 7, "is_bot": True, "first_name": "Khéo", "username": "kheo_bot"}
FILE = {"file_id": "F", "file_unique_id": "f", "file_size": 9}
FORWARDED = {"forward_origin": {"type": "user", "date": 1, "sender_user": LAN}}
BY_A_BOT = {"via_bot": {**BOT, "id": 8, "username": "other_bot"}}
SERVICE = {"write_access_allowed": {"from_request": True}}


def message(**content: Any) -> dict[str, Any]:
    return {"message_id": 5, "from": LAN, "chat": CHAT, "date": 1_790_000_000, **content}


def parsed(**update: Any) -> tuple[Arrival, ...]:
    raw = {"update_id": 1, **update}
    return parse(Update.de_json(raw), bot="7", name="kheo_bot", now=NOW)


def heard(**update: Any) -> Incoming:
    (incoming,) = parsed(**update)
    assert isinstance(incoming, Incoming)
    return incoming


def press(**query: Any) -> dict[str, Any]:
    buttons = [[{"text": "Kinh tế", "callback_data": "d:x:field:kt"}]]
    bubble = {
        **message(text="Lĩnh vực?"),
        "from": BOT,
        "reply_markup": {"inline_keyboard": buttons},
    }
    asked = {"id": "42", "from": LAN, "chat_instance": "1", "data": "d:x:field:kt"}
    return {**asked, "message": bubble, **query}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ({"text": " Nuôi lươn \r\n không bùn\u200b "}, Text("Nuôi lươn\n không bùn", "5")),
        ({"text": "Đu\u031bo\u031b\u0323c"}, Text("Được", "5")),
        ({"text": "a\x00\ud800b"}, Text("ab", "5")),
        ({"text": "\u200b\u2800"}, Unreadable("other")),
        ({"text": "/start"}, Start("")),
        ({"text": "/start 7K3M2P"}, Start("7K3M2P")),
        ({"text": "/start@kheo_bot  7k3-m2p "}, Start("7k3-m2p")),
        ({"text": "/start " + "x" * 99}, Start("x" * 64)),
        ({"text": "/started"}, Text("/started", "5")),
        ({"text": "/start 7K3M2P", **FORWARDED}, Text("/start 7K3M2P", "5")),
        ({"text": "/dangky"}, Text("/dangky", "5")),
        ({"text": "Tên: Nuôi lươn", **FORWARDED}, Text("Tên: Nuôi lươn", "5")),
        ({"text": "Nuôi lươn", **BY_A_BOT}, Text("Nuôi lươn", "5")),
        (
            {"contact": {"phone_number": "84912", "first_name": "Lan", "user_id": LAN["id"]}},
            Contact("84912"),
        ),
        (
            {"contact": {"phone_number": "84912", "first_name": "Bình", "user_id": 1}},
            Unreadable("other"),
        ),
        ({"contact": {"phone_number": "84912", "first_name": "Bình"}}, Unreadable("other")),
        (
            {
                "contact": {"phone_number": "84912", "first_name": "Lan", "user_id": LAN["id"]},
                **FORWARDED,
            },
            Unreadable("other"),
        ),
        ({"location": {"latitude": 21.5, "longitude": 103.9}}, Place(21.5, 103.9)),
        (
            {
                "location": {"latitude": 21.5, "longitude": 103.9},
                "venue": {
                    "location": {"latitude": 21.5, "longitude": 103.9},
                    "title": "Nhà văn hóa",
                    "address": "bản Suối Đá",
                },
            },
            Place(21.5, 103.9, "Nhà văn hóa, bản Suối Đá"),
        ),
        ({"voice": {**FILE, "duration": 3}}, Unreadable("voice")),
        ({"audio": {**FILE, "duration": 3}}, Unreadable("voice")),
        ({"video_note": {**FILE, "duration": 3, "length": 240}}, Unreadable("voice")),
        (
            {
                "sticker": {
                    **FILE,
                    "type": "regular",
                    "width": 9,
                    "height": 9,
                    "is_animated": False,
                    "is_video": False,
                }
            },
            Unreadable("sticker"),
        ),
        (
            {
                "animation": {**FILE, "width": 9, "height": 9, "duration": 1},
                "document": {**FILE, "mime_type": "video/mp4"},
            },
            Unreadable("sticker"),
        ),
        ({"document": {**FILE, "mime_type": "application/pdf"}}, Unreadable("file")),
        ({"document": {**FILE, "mime_type": "image/svg+xml"}}, Unreadable("file")),
        ({"document": FILE}, Unreadable("file")),
        ({"video": {**FILE, "width": 9, "height": 9, "duration": 1}}, Unreadable("other")),
        ({"dice": {"emoji": "🎲", "value": 3}}, Unreadable("other")),
        ({"something_of_tomorrow": {"a": 1}}, Unreadable("other")),
    ],
)
def test_a_private_message_is_what_it_says(content: dict[str, Any], said: object) -> None:
    incoming = heard(message=message(**content))

    assert incoming == Incoming(
        "telegram", "7", str(LAN["id"]), "m:5", incoming.said, 1_790_000_000_000, "vi"
    )
    assert incoming.said == said


def test_of_a_photo_the_largest_size_that_can_be_had_is_taken() -> None:
    widths = {"small": (90, 900), "large": (1280, 90_000), "too-large": (9000, 30 * 2**20)}
    sizes = [
        {"file_id": name, "file_unique_id": name, "width": w, "height": w, "file_size": size}
        for name, (w, size) in widths.items()
    ]

    incoming = heard(message=message(photo=sizes))

    assert incoming.said == Photo("")
    assert incoming.picture == PictureSent("large", kind="image/jpeg", size=90_000)


@pytest.mark.parametrize("kind", ["image/jpeg", "image/png", "image/webp"])
def test_a_picture_sent_as_a_file_is_a_photo(kind: str) -> None:
    incoming = heard(message=message(document={**FILE, "mime_type": kind}))

    assert incoming.said == Photo("")
    assert incoming.picture == PictureSent("F", kind=kind, size=9)


def test_the_caption_of_a_photo_is_not_lost() -> None:
    photo = [{**FILE, "width": 90, "height": 90}]

    first, second = parsed(message=message(photo=photo, caption="Bể lươn nhà chị Mỷ"))

    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert (first.said, first.external) == (Photo(""), "m:5")
    assert (second.said, second.external) == (Text("Bể lươn nhà chị Mỷ", "5"), "c:5")
    assert second.picture is None


@pytest.mark.parametrize(
    "content",
    [{"text": "Nuôi ốc"}, {"photo": [{**FILE, "width": 9, "height": 9}], "caption": "Nuôi ốc"}],
)
def test_an_edit_says_anew_what_the_message_said(content: dict[str, Any]) -> None:
    incoming = heard(edited_message=message(**content, edit_date=1_790_000_060))

    assert incoming.said == Text("Nuôi ốc", message="5", edited=True)
    assert (incoming.external, incoming.at) == ("e:5:1790000060", 1_790_000_060_000)


def test_a_command_edited_in_is_no_command() -> None:
    incoming = heard(edited_message=message(text="/start X", edit_date=1_790_000_060))

    assert incoming.said == Text("/start X", message="5", edited=True)


def test_a_live_location_that_moves_says_nothing() -> None:
    place = {"latitude": 21.5, "longitude": 103.9, "live_period": 900}

    assert parsed(edited_message=message(location=place, edit_date=1_790_000_060)) == ()


def test_a_press_goes_by_the_query_and_knows_its_button() -> None:
    incoming = heard(callback_query=press())

    assert incoming == Incoming(
        channel="telegram",
        bot="7",
        chat=str(LAN["id"]),
        external="q:42",
        said=Press("d:x:field:kt"),
        at=NOW,
        language="vi",
        message="5",
        label="Kinh tế",
    )


def test_a_press_on_a_bubble_too_old_to_be_seen_counts_as_well() -> None:
    incoming = heard(callback_query=press(message={"message_id": 5, "chat": CHAT, "date": 0}))

    assert (incoming.said, incoming.message, incoming.label) == (Press("d:x:field:kt"), "5", "")


def test_data_that_is_on_no_button_has_no_label() -> None:
    incoming = heard(callback_query=press(data="d:x:field:\x00forged"))

    assert (incoming.said, incoming.label) == (Press("d:x:field:forged"), "")


@pytest.mark.parametrize(
    ("status", "extra", "blocked"), [("kicked", {"until_date": 0}, True), ("member", {}, False)]
)
def test_who_blocks_the_bot_is_gone_and_who_unblocks_it_is_back(
    status: str, extra: dict[str, int], *, blocked: bool
) -> None:
    member = {"user": BOT, "status": status, **extra}
    change = {"chat": CHAT, "from": LAN, "date": 1, "old_chat_member": member}

    found = parsed(my_chat_member={**change, "new_chat_member": member})

    assert found == (Membership(str(LAN["id"]), blocked=blocked),)


@pytest.mark.parametrize(
    "text", ["/start", "/dangky@kheo_bot", "chào @Kheo_Bot!", "/trogiup với ạ"]
)
def test_who_calls_the_bot_in_a_group_is_heard(text: str) -> None:
    assert parsed(message=message(chat=GROUP, text=text)) == (Elsewhere(str(GROUP["id"])),)


@pytest.mark.parametrize(
    "update",
    [
        {"message": message(chat=GROUP, text="Mai họp nhé")},
        {"message": message(chat=GROUP, text="/start@other_bot")},
        {"message": message(chat=GROUP, text="@kheo_bot2 ơi")},
        {"message": message(chat=GROUP, photo=[{**FILE, "width": 9, "height": 9}])},
        {"message": message(chat=GROUP, new_chat_members=[BOT])},
        {"message": {**message(text="xin chào"), "from": {**BOT, "id": 8}}},
        {"message": message(**SERVICE)},
        {"edited_message": message(chat=GROUP, text="/start", edit_date=2)},
        {"channel_post": message(chat={**GROUP, "type": "channel"}, text="/start")},
        {"callback_query": press(message={**message(text="?"), "chat": GROUP})},
        {"callback_query": press(message=None, inline_message_id="i")},
        {"callback_query": {**press(), "data": None, "game_short_name": "g"}},
        {"inline_query": {"id": "1", "from": LAN, "query": "", "offset": ""}},
        {"kind_of_tomorrow": {"a": 1}},
    ],
)
def test_what_is_not_for_the_bot_is_nothing(update: dict[str, Any]) -> None:
    assert parsed(**update) == ()


def test_nothing_is_said_in_the_future() -> None:
    assert heard(message=message(text="x", date=2_000_000_000)).at == NOW


def test_who_has_no_language_has_none() -> None:
    stranger = {"id": LAN["id"], "is_bot": False, "first_name": "Lan"}

    assert heard(message={**message(text="x"), "from": stranger}).language == ""


@given(st.text(st.characters(), max_size=60))
def test_any_text_comes_out_clean(text: str) -> None:
    incoming = heard(message=message(text="a" + text))

    assert isinstance(incoming.said, Text)
    incoming.said.text.encode()
    assert "\x00" not in incoming.said.text


def test_what_lies_under_a_stamp_of_secrecy_is_not_fetched() -> None:
    photo = [{**FILE, "width": 90, "height": 90}]

    (words,) = parsed(message=message(photo=photo, caption="TỐI MẬT"))
    assert isinstance(words, Incoming)
    assert words.said == Text("TỐI MẬT", message="5")
    assert words.picture is None

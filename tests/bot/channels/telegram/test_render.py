from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.channels import Outgoing
from bot.channels.cutting import units
from bot.channels.telegram.render import render
from conversations.say import Option, Say, SentFile

FILE = SentFile("f1", "Mẫu.xlsx", 2_000_000_000_000)


def outgoing(say: Say) -> Outgoing:
    return Outgoing("o1", "telegram", "7", "6900000001", say)


def told(say: Say) -> list[dict[str, Any]]:
    return [call.params for call in render(outgoing(say))]


def test_a_bubble_is_plain_text_without_a_preview() -> None:
    assert told(Say("<b>1 < 2</b> & https://example.vn", wants="place")) == [
        {
            "chat_id": 6_900_000_001,
            "text": "<b>1 < 2</b> & https://example.vn",
            "link_preview_options": {"is_disabled": True},
        }
    ]


def test_the_answers_offered_are_buttons() -> None:
    rows = (
        (Option("Gửi", "d:x:review:yes"),),
        (Option("Sửa", "a:edit:e1:1"), Option("Để đó", "0")),
    )

    (call,) = told(Say("Đúng chưa?", rows))

    assert call["reply_markup"]["inline_keyboard"] == [
        [{"text": "Gửi", "callback_data": "d:x:review:yes"}],
        [{"text": "Sửa", "callback_data": "a:edit:e1:1"}, {"text": "Để đó", "callback_data": "0"}],
    ]


def test_a_phone_number_is_asked_for_by_the_button_telegram_vouches_for() -> None:
    (call,) = told(Say("Ai đó?", ((Option("Gửi số của tôi", "share"),),), wants="phone"))

    assert call["reply_markup"] == {
        "keyboard": [[{"text": "Gửi số của tôi", "request_contact": True}]],
        "resize_keyboard": True,
        "one_time_keyboard": True,
    }


def test_a_long_label_is_shortened_but_not_what_it_carries() -> None:
    (call,) = told(Say("?", ((Option("Bản " * 30, "d:" + "x" * 62),),)))

    button = call["reply_markup"]["inline_keyboard"][0][0]
    assert len(button["text"]) <= 64
    assert button["text"].endswith("Bản…")
    assert button["callback_data"] == "d:" + "x" * 62


def test_a_long_review_has_its_buttons_on_the_last_part() -> None:
    review = "Nội dung: " + "nuôi lươn không bùn, " * 300

    first, last = told(Say(review, ((Option("Gửi", "d:x:review:yes"),),)))

    assert "reply_markup" not in first
    assert last["reply_markup"]["inline_keyboard"][0][0]["text"] == "Gửi"
    assert max(units(first["text"]), units(last["text"])) <= 4096


@given(st.text(min_size=1, max_size=30), st.integers(1, 900))
def test_whatever_is_said_fits(text: str, times: int) -> None:
    assert all(units(call["text"]) <= 4096 for call in told(Say(text * times)))


def test_a_file_has_its_words_and_buttons_under_it() -> None:
    rows = ((Option("Xem", "a:show:e1:1"),),)

    (call,) = render(outgoing(Say("Tệp đồng chí cần", rows, file=FILE)))

    assert call.file == FILE
    assert call.params["caption"] == "Tệp đồng chí cần"
    assert call.params["reply_markup"]["inline_keyboard"][0][0]["text"] == "Xem"


def test_words_too_long_to_stand_under_a_file_go_before_it() -> None:
    words, file = render(outgoing(Say("dài " * 300, file=FILE)))

    assert (words.file, file.file) == (None, FILE)
    assert "caption" not in file.params

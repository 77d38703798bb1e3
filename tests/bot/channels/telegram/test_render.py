from hypothesis import given
from hypothesis import strategies as st

from bot.channels import Outgoing
from bot.channels.telegram.cutting import units
from bot.channels.telegram.render import render
from conversations.say import Option, Say


def outgoing(say: Say) -> Outgoing:
    return Outgoing("o1", "telegram", "7", "6900000001", say)


def test_a_bubble_is_plain_text_without_a_preview() -> None:
    assert render(outgoing(Say("<b>1 < 2</b> & https://example.vn", wants="place"))) == [
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

    (call,) = render(outgoing(Say("Đúng chưa?", rows)))

    assert call["reply_markup"]["inline_keyboard"] == [
        [{"text": "Gửi", "callback_data": "d:x:review:yes"}],
        [{"text": "Sửa", "callback_data": "a:edit:e1:1"}, {"text": "Để đó", "callback_data": "0"}],
    ]


def test_a_long_label_is_shortened_but_not_what_it_carries() -> None:
    (call,) = render(outgoing(Say("?", ((Option("Bản " * 30, "d:" + "x" * 62),),))))

    button = call["reply_markup"]["inline_keyboard"][0][0]
    assert len(button["text"]) <= 64
    assert button["text"].endswith("Bản…")
    assert button["callback_data"] == "d:" + "x" * 62


def test_a_long_review_has_its_buttons_on_the_last_part() -> None:
    review = "Nội dung: " + "nuôi lươn không bùn, " * 300

    first, last = render(outgoing(Say(review, ((Option("Gửi", "d:x:review:yes"),),))))

    assert "reply_markup" not in first
    assert last["reply_markup"]["inline_keyboard"][0][0]["text"] == "Gửi"
    assert max(units(first["text"]), units(last["text"])) <= 4096


@given(st.text(min_size=1, max_size=30), st.integers(1, 900))
def test_whatever_is_said_fits(text: str, times: int) -> None:
    assert all(units(call["text"]) <= 4096 for call in render(outgoing(Say(text * times))))

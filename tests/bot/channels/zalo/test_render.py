import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import Outgoing
from bot.channels.cutting import units
from bot.channels.zalo.render import MOST, Call, render
from bot.links.signing import Links
from conversations.say import Option, Say, SentFile
from rules.clean import clean

NOW = 1_900_000_000_000
LINKS = Links("https://kheo.example", "key")
SHEET = SentFile("f1", "Mẫu nhập đơn vị.xlsx", NOW + 86_400_000)
POSTER = SentFile("f2", "Mã vào.PNG", NOW + 86_400_000)
ROWS = ((Option("Xem *thử*", "a:main::0"),),)


def calls(say: Say) -> list[Call]:
    return render(Outgoing("o1", "zalo", "145", "lan", say, "páo"), LINKS, now=NOW)


def texts(say: Say) -> list[str]:
    return [call.params["text"] for call in calls(say)]


def test_a_bubble_is_a_plain_text_with_its_answers_below() -> None:
    (call,) = calls(Say("Đã ghi **mô hình**.", ROWS))

    assert call.method == "sendMessage"
    assert call.params == {"chat_id": "lan", "text": "Đã ghi **mô hình**.\n\n1. Xem *thử*"}


def test_marks_are_put_on_their_letters() -> None:
    (text,) = texts(Say(unicodedata.normalize("NFD", "Lĩnh vực nào?")))

    assert text == "Lĩnh vực nào?"


def test_a_file_is_a_link_below_its_words() -> None:
    link = LINKS.to(SHEET, person="páo", now=NOW)

    assert texts(Say("Tệp đây.", ROWS, file=SHEET)) == [f"Tệp đây.\n{link}\n\n1. Xem *thử*"]


def test_a_picture_is_shown_with_its_words_below_and_is_a_link_where_it_cannot_be() -> None:
    (call,) = calls(Say("Mã của chi bộ.", ROWS, file=POSTER))

    words = "Mã của chi bộ.\n\n1. Xem *thử*"
    photo = LINKS.to_picture(POSTER, person="páo", now=NOW)
    assert call.method == "sendPhoto"
    assert call.params == {"chat_id": "lan", "photo": photo, "caption": words}
    assert call.instead
    assert LINKS.to(POSTER, person="páo", now=NOW) in call.instead.params["text"]


@pytest.mark.parametrize("text", ["", "dài " * 500, "🌾" * 999])
def test_a_picture_with_no_words_or_too_many_has_no_caption(text: str) -> None:
    *before, photo = calls(Say(text, file=POSTER))

    assert [call.params["text"] for call in before] == ([text.strip()] if text else [])
    assert photo.method == "sendPhoto"
    assert "caption" not in photo.params


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=6000).map(clean))
def test_any_text_arrives_whole_in_parts_that_are_short_enough(text: str) -> None:
    found = texts(Say(text, ROWS))

    assert all(units(part) <= MOST for part in found)
    assert "".join("".join(found).split()) == "".join(f"{text} 1. Xem *thử*".split())

"""Words that are not understood: three ways that are likely, then a human."""

from dataclasses import replace
from typing import Any

import pytest

from conversations.likeliest import likeliest
from conversations.said import Text
from conversations.situation import Open
from dialog.state import State
from rules.commands import AskForHelp
from rules.entry import Entry
from rules.person import Membership
from rules.requests import EntriesOf, MyEntries
from tests.conversations.alone import PAO, SUOI_DA, entry, form, somebody

HERE = form()
SENT = entry(HERE.programme, HERE.year)
SAID = {"_kind": "new-collective", "name": "Nuôi lươn"}
DRAFT = Open("d1", "register", State(SAID, aside=True), programme="can-tho-khoi")


def offered(words: str, *entries: Entry, dialogs: tuple[Open, ...] = (), **more: Any) -> list[str]:
    """Return what is offered to somebody who said so."""
    facts = {MyEntries(): entries, EntriesOf(SUOI_DA.id): ()}
    s = replace(somebody(**more).situation, facts=facts, dialogs=dialogs)
    return [row[0].label for row in likeliest(s, words).rows]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("cái giấy ấy nộp cho ngày nào nhỉ, tôi chả nhớ gì nữa cả", "Hạn đăng ký"),
        ("thế chuyện công nhận của xã bên ấy", "Đăng ký đã gửi đến đâu"),
        ("hôm nọ bảo gọi mà chả thấy ai gọi", "Gặp người giúp"),
    ],
)
def test_what_the_words_speak_for_stands_first(words: str, label: str) -> None:
    ways = offered(words)

    assert ways[0] == label
    assert len(ways) == 3


def test_what_waits_for_the_person_fills_up_before_the_main_list() -> None:
    returned = replace(SENT, state="returned")

    assert offered("ờ thì cũng được", returned, dialogs=(DRAFT,)) == [
        "Bổ sung số 17",
        "Ghi tiếp “Nuôi lươn”",
        "Đăng ký",
    ]


def test_nothing_is_offered_twice() -> None:
    ways = offered("đăng ký của đơn vị")

    assert len(set(ways)) == len(ways) == 3


def test_the_office_is_offered_what_is_the_offices() -> None:
    hat = Membership(SUOI_DA, "Chuyên viên", "office", confirmed=True)

    ways = offered("ờ thì cũng được", person=replace(PAO, memberships=(hat,)))

    assert ways == ["Bảng tổng hợp", "Ai chưa có", "Việc chờ Ban xem"]


def test_an_office_is_not_offered_to_register_but_to_type_in() -> None:
    hat = Membership(SUOI_DA, "Chuyên viên", "office", confirmed=True)

    ways = offered("miễn đăng ký", person=replace(PAO, memberships=(hat,)))

    assert ways[0] == "Nhập hộ, bản giấy"


def test_who_is_the_office_is_not_sent_to_the_office() -> None:
    hat = Membership(SUOI_DA, "Chuyên viên", "office", confirmed=True)
    one = somebody(person=replace(PAO, memberships=(hat,)))
    one.situation = replace(one.situation, misses=1)

    second = one.hears(Text("cái kia kìa"))

    assert second.command is None
    assert second.says[0].rows[0][0].label == "Bảng tổng hợp"


def test_a_member_is_not_offered_what_is_the_offices() -> None:
    member = replace(PAO, memberships=(Membership(SUOI_DA, confirmed=True),))

    assert "Bảng tổng hợp" not in offered("lấy cái bảng ấy ra xem nào", person=member)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("hạn chót đăng ký khi nào?", "Các hạn “Dân vận khéo” năm 2027"),
        ("sđt người phụ trách là gì vậy ?", "0912 000 009"),
        ("Thế nào là khéo?", ""),
    ],
)
def test_a_question_in_the_middle_of_a_form_is_answered_and_the_form_goes_on(
    asked: str, told: str
) -> None:
    one = somebody()
    for words in ("dk", "mô hình mới của tập thể"):
        one.hears(Text(words))

    said = one.hears(Text(asked)).says[0].text

    assert told in said
    assert ("Câu 1/4" if told else "Câu 2/4") in said


def test_the_second_time_in_a_row_a_human_gets_the_words() -> None:
    one = somebody()
    first = one.hears(Text("giấy có dấu đỏ thì để đâu"))
    one.situation = replace(one.situation, misses=first.misses)

    second = one.hears(Text("cái tờ có dấu ấy"))

    assert (first.command, first.misses) == (None, 1)
    assert second.command == AskForHelp("cái tờ có dấu ấy")

from dataclasses import replace

import pytest

from conversations.meant import DAY_MS, Shown, meant
from conversations.numbered import numbers, turnable
from conversations.offer import act, rows
from conversations.said import AskedAgain, Press, Said, Text, Turned, Unsure
from conversations.say import Option, Say

AT = 1_800_000_000_000
QUESTION = Say(
    "Câu 3/4. Mô hình thuộc lĩnh vực nào?",
    rows(
        Option("Xây dựng Đảng", "d:x:field:party"),
        Option("Phát triển kinh tế", "d:x:field:economy"),
        Option("Quay lại", "d:x:field:<"),
    ),
)
REMINDER = Say("Hạn đăng ký còn 3 ngày.", rows(act("Đăng ký", "register"), act("Để sau", "snooze")))
NAME = Say("Tên mô hình là gì?", rows(Option("Quay lại", "d:x:name:<")), wants="text")
COUNT = Say("Có bao nhiêu hộ?", rows(Option("Bỏ qua", "d:x:homes:-")), wants="number")
LONG = turnable(
    Say("Tìm thấy 9:", rows(*(act(f"Số {n}0", "show", f"e{n}") for n in range(9)))), str
)
TYPES = Say(
    "Những loại nào?",
    rows(*(Option(f"Loại {n}", f"d:x:types:t{n}") for n in "abc")),
    wants="several",
)


def said(words: str, *says: Say, made: int = AT, at: int = AT + 5000, now: int = AT + 6000) -> Said:
    """Return what words mean after these bubbles."""
    return meant(Text(words), [Shown(say, made, made) for say in says], at=at, now=now)


@pytest.mark.parametrize(
    "words", ["2", "số 2", "hai", "2.", "phat trien kinh te", "Phát triển kinh tế ạ"]
)
def test_a_number_or_a_name_is_the_answer_it_stands_for(words: str) -> None:
    assert said(words, QUESTION) == Press("d:x:field:economy")


def test_9_goes_back_where_that_is_offered() -> None:
    assert said("9", QUESTION) == Press("d:x:field:<")


@pytest.mark.parametrize("words", ["0", "số 0", "0."])
def test_0_puts_aside_even_where_it_is_not_shown(words: str) -> None:
    assert said(words, QUESTION) == Text("0")


@pytest.mark.parametrize("words", ["5", "17", "Nuôi ong lấy mật", "1, 2"])
def test_what_is_not_in_sight_stays_words(words: str) -> None:
    assert said(words, QUESTION) == Text(words)


def test_a_number_for_a_list_that_has_not_gone_is_asked_about_its_name_is_not() -> None:
    waiting = [Shown(QUESTION, AT, AT, waits=True)]

    assert meant(Text("2"), waiting, at=AT + 1, now=AT + 2) == AskedAgain(
        QUESTION, "d:x:field:economy", "2"
    )
    assert meant(Text("phat trien kinh te"), waiting, at=AT + 1, now=AT + 2) == Press(
        "d:x:field:economy"
    )


def test_a_number_for_a_list_in_sight_or_one_on_its_way_is_asked_about() -> None:
    shown = [Shown(REMINDER, AT, AT), Shown(QUESTION, AT, AT, waits=True)]

    assert isinstance(meant(Text("2"), shown, at=AT + 1, now=AT + 2), Unsure)


def test_with_nothing_in_sight_words_are_as_they_are_and_numbers_are_for_nothing_seen() -> None:
    assert said("Nuôi ong lấy mật") == Text("Nuôi ong lấy mật")
    assert said("1") == Text("1", unseen=True)
    assert said("1 và 3") == Text("1 và 3", unseen=True)


def test_a_name_may_be_a_number_where_words_are_asked_for() -> None:
    assert said("Ba", NAME, REMINDER) == Text("Ba")


def test_a_count_stays_a_count() -> None:
    assert said("2", COUNT) == Text("2")
    assert said("bỏ qua", COUNT) == Press("d:x:homes:-")


def test_a_count_said_before_it_was_asked_for_is_asked_about() -> None:
    waiting = [Shown(COUNT, AT, AT, waits=True)]

    again = AskedAgain(COUNT, "d:x:homes:1", "1")
    assert meant(Text("1"), waiting, at=AT + 1, now=AT + 2) == again
    assert said("1", COUNT, made=AT + 90_000, at=AT, now=AT + 90_500) == again
    assert said("42", COUNT, at=AT + DAY_MS, now=AT + DAY_MS + 6000) == Text("42")


def test_8_turns_the_page() -> None:
    turned = said("8", LONG)

    assert isinstance(turned, Turned)
    assert [one.label for one in numbers(turned.say)][:2] == ["Số 70", "Số 80"]
    assert said("see more", LONG) == turned


def test_a_number_on_another_page_shows_the_page_again() -> None:
    second = said("8", LONG)
    assert isinstance(second, Turned)

    assert said("5", second.say) == second
    assert said("17", second.say) == Text("17")


def test_an_answer_on_another_page_can_be_had_by_its_name() -> None:
    assert said("Số 80 nhé", LONG) == Press("a:show:e8:0")


def test_a_number_that_answers_two_things_is_asked_about() -> None:
    unsure = said("1", QUESTION, REMINDER)

    assert isinstance(unsure, Unsure)
    assert [way.label for way in unsure.ways] == [
        "Câu 3/4. Mô hình thuộc lĩnh vực nào? – Xây dựng Đảng",
        "Hạn đăng ký còn 3 ngày – Đăng ký",
    ]
    assert [way.data for way in unsure.ways] == ["d:x:field:party", "a:register::0"]


def test_a_count_or_an_answer_to_what_was_told_is_asked_about() -> None:
    unsure = said("2", COUNT, REMINDER)

    assert isinstance(unsure, Unsure)
    assert [way.data for way in unsure.ways] == ["a:snooze::0", "d:x:homes:2"]


def test_a_number_only_one_of_two_lists_has_is_taken() -> None:
    assert said("9", QUESTION, REMINDER) == Press("d:x:field:<")


def test_a_name_says_by_itself_which_list_is_meant() -> None:
    assert said("để sau", QUESTION, REMINDER) == Press("a:snooze::0")


def test_a_number_a_day_later_is_asked_about_a_name_is_not() -> None:
    late = AT + DAY_MS + 6000

    assert said("2", QUESTION, at=late, now=late) == AskedAgain(QUESTION, "d:x:field:economy")
    assert said("Xây dựng Đảng", QUESTION, at=late, now=late) == Press("d:x:field:party")


def test_a_number_said_before_its_list_is_asked_about_if_it_had_to_wait() -> None:
    waited = said("1", QUESTION, made=AT + 90_000, at=AT, now=AT + 90_500)

    assert waited == AskedAgain(QUESTION, "d:x:field:party", "1")


def test_a_number_heard_in_the_moment_its_list_came_was_for_another() -> None:
    said_before = said("1", QUESTION, made=AT + 5000, at=AT, now=AT + 6000)

    assert said_before == AskedAgain(QUESTION, "d:x:field:party", "1")


def test_who_answers_while_a_call_still_runs_has_seen_it() -> None:
    heard = said("1", QUESTION, made=AT + 200, at=AT, now=AT + 300)

    assert heard == Press("d:x:field:party")


def test_a_list_is_not_put_a_third_time_because_clocks_differ() -> None:
    again = replace(QUESTION, again=True)

    assert said("1", again, made=AT + 90_000, at=AT, now=AT + 95_000) == Press("d:x:field:party")


def test_where_our_clock_is_fast_a_prompt_answer_is_taken() -> None:
    heard = said("1", QUESTION, made=AT + 9_000, at=AT, now=AT + 12_000)

    assert heard == Press("d:x:field:party")


@pytest.mark.parametrize("words", ["1, 3", "1 và 3", "số 1, số 3"])
def test_several_numbers_are_one_answer_where_several_may_be_given(words: str) -> None:
    assert said(words, TYPES) == Press("d:x:types:ta,tc")


def test_several_numbers_for_a_list_of_yesterday_or_one_not_there_yet_are_asked_about() -> None:
    late, waiting = AT + DAY_MS + 6000, [Shown(TYPES, AT, AT, waits=True)]

    assert said("1, 3", TYPES, at=late, now=late) == AskedAgain(TYPES, "d:x:types:ta,tc")
    assert meant(Text("1, 3"), waiting, at=AT + 1, now=AT + 2) == AskedAgain(
        TYPES, "d:x:types:ta,tc", "1, 3"
    )


def test_several_numbers_of_which_one_is_not_in_sight_stay_words() -> None:
    assert said("1, 7", TYPES) == Text("1, 7")


def test_a_number_that_is_also_the_name_of_another_answer_is_asked_about() -> None:
    entries = Say("Đã gửi:", rows(*(act(f"Xem số {n}", "show", f"e{n}") for n in (2, 1))))

    unsure = said("số 1", entries)

    assert isinstance(unsure, Unsure)
    assert [way.data for way in unsure.ways] == ["a:show:e2:0", "a:show:e1:0"]
    assert said("1", entries) == Press("a:show:e2:0")
    assert said("xem số 1", entries) == Press("a:show:e1:0")


def test_a_question_is_told_apart_by_what_it_asks_not_by_what_is_written_already() -> None:
    way = rows(Option("Giữ nguyên", "d:x:name:="))
    edit = Say("Dạ.\n\nTên là gì?\nVí dụ: A\n\nĐã ghi: Nuôi ong", way, wants="text")

    unsure = said("1", edit, REMINDER)

    assert isinstance(unsure, Unsure)
    assert unsure.ways[0].label == "Tên là gì? – Giữ nguyên"


def test_a_way_back_is_none_of_several_answers_given_together() -> None:
    back = Option("Quay lại", "d:x:types:<")
    several = Say(TYPES.text, (*TYPES.rows, (back,)), wants="several")

    assert said("1, 9", several) == Text("1, 9")
    assert said("9", several) == Press(back.data)


def test_what_was_changed_later_is_no_answer_to_what_was_asked_since() -> None:
    changed = Text("1", edited=True)

    assert meant(changed, [Shown(QUESTION, AT, AT)], at=AT + 5000, now=AT + 6000) == changed


def test_a_question_of_days_ago_is_not_what_a_number_answers_below_a_new_list() -> None:
    now = AT + 2 * DAY_MS
    shown = [Shown(QUESTION, AT, AT), Shown(REMINDER, now, now)]

    assert meant(Text("1"), shown, at=now + 5000, now=now + 6000) == Press("a:register::0")


def test_clocks_that_differ_a_little_turn_no_answer_into_one_said_too_early() -> None:
    heard = AT + 90_000

    assert said("1", QUESTION, made=AT, at=AT - 1000, now=heard) == Press("d:x:field:party")


def test_a_list_that_was_shown_twice_is_one() -> None:
    assert said("1", REMINDER, REMINDER) == Press("a:register::0")

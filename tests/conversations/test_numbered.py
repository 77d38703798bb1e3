from dataclasses import replace

from conversations.numbered import listed, numbers, one_list, pages, turnable
from conversations.offer import act, rows
from conversations.say import Option, Say


def many(count: int) -> Say:
    """Return a bubble with so many answers, a way back and a way to put it aside."""
    ways = [Option(f"Đơn vị {n}", f"d:x:unit:{n}") for n in range(10, 10 + count)]
    back, aside = Option("Quay lại", "d:x:unit:<"), Option("Để đó", "d:x:unit:0")
    return Say("Đơn vị nào?", rows(*ways, back, aside))


def test_answers_are_counted_and_the_ways_have_numbers_of_their_own() -> None:
    assert listed(many(2)) == ("Đơn vị nào?\n\n1. Đơn vị 10\n2. Đơn vị 11\n9. Quay lại\n0. Để đó")


def test_an_act_of_version_0_is_no_way_out() -> None:
    say = Say("Đồng chí cần gì?", rows(act("Đăng ký", "register"), act("Đơn vị tôi", "unit")))

    assert [one.number for one in numbers(say)] == ["1", "2"]


def test_the_first_seven_are_shown_and_8_leads_on() -> None:
    say = turnable(many(9), str)

    assert [one.number for one in numbers(say)] == [*"1234567", "8", "9", "0"]
    assert numbers(say)[7].data == "p:2"


def test_on_a_later_page_9_is_the_page_before() -> None:
    say = turnable(many(9), str)
    second = Say(say.text, say.rows, page=2, turning=say.turning)

    assert [(one.number, one.data) for one in numbers(second)] == [
        ("1", "d:x:unit:17"),
        ("2", "d:x:unit:18"),
        ("9", "p:1"),
        ("0", "d:x:unit:0"),
    ]


def test_every_answer_is_on_one_page_and_one_only() -> None:
    for count in range(30):
        say = many(count)
        every = [
            one.data
            for page in range(1, pages(say) + 1)
            for one in numbers(Say(say.text, say.rows, page=page))
            if one.number in "1234567"
        ]
        assert every == [f"d:x:unit:{n}" for n in range(10, 10 + count)]


def test_where_words_are_asked_for_going_back_has_no_number() -> None:
    say = Say("Tên là gì?", rows(Option("Quay lại", "d:x:name:<")), wants="text")

    assert listed(say) == "Tên là gì?"


def test_where_a_number_is_asked_for_the_other_answers_are_words() -> None:
    say = Say("Có bao nhiêu hộ?", rows(Option("Bỏ qua", "d:x:homes:-")), wants="number")

    assert listed(say) == "Có bao nhiêu hộ?\n\n• Bỏ qua"
    assert numbers(say) == ()


def test_what_are_chosen_together_are_all_in_sight() -> None:
    ways = [Option(f"Chi bộ {n}", f"d:x:types:t{n}") for n in range(1, 12)]
    say = Say("Những loại nào?", rows(*ways, Option("Quay lại", "d:x:types:<")), wants="several")

    assert [one.number for one in numbers(say)] == [str(n) for n in range(1, 12)]


def test_of_one_turn_only_the_last_bubble_with_answers_lists_them() -> None:
    said = one_list([many(1), many(2), Say("Hết.")])

    assert [bool(numbers(say)) for say in said] == [False, True, False]
    assert listed(said[0]) == "Đơn vị nào?\n\n• Đơn vị 10\n• Quay lại\n• Để đó"


def test_a_bubble_is_stored_with_its_page() -> None:
    said = many(9)
    say = replace(
        said, page=2, turning=("Xem thêm", "Về"), unlisted=True, lines=("a:x::0",), lead="Nhắn 1:",
        again=True,
    )  # fmt: skip

    assert Say.from_json(say.to_json()) == say


def waiting(count: int, *others: Option) -> Say:
    """Return a bubble whose lines are its answers, and others below them."""
    see = [act(f"Xem số {n}", "show", f"e{n}") for n in range(11, 11 + count)]
    text = "\n".join(["Việc chờ:", *(f"• Số {n}" for n in range(11, 11 + count)), "Hết."])
    return Say(text, rows(*see, *others), lines=tuple(option.data for option in see))


def test_lines_that_tell_of_an_answer_are_its_list() -> None:
    say = waiting(2, act("Xem tiếp", "waiting", "2"))

    assert listed(say) == "Việc chờ:\n1. Số 11\n2. Số 12\nHết.\n\n3. Xem tiếp"
    assert [one.data for one in numbers(say)] == ["a:show:e11:0", "a:show:e12:0", "a:waiting:2:0"]


def test_lines_keep_the_numbers_they_have() -> None:
    say = Say("Chưa có:\n20. Tổ 1\n21. Tổ 2", rows(act("Bảng", "table")), lines=("x", "y"))

    assert listed(say) == f"{say.text}\n\n• Bảng"
    assert [(one.number, one.data) for one in numbers(say)] == [("20", "x"), ("21", "y")]
    assert turnable(say, str) == say


def test_a_line_that_leads_nowhere_has_a_point() -> None:
    say = Say("Việc chờ:\n• Số 11\n• Cần gọi\n• Số 12", lines=("x", "", "y"))

    assert listed(say) == "Việc chờ:\n1. Số 11\n• Cần gọi\n2. Số 12"
    assert [(one.number, one.data) for one in numbers(say)] == [("1", "x"), ("2", "y")]


def test_lines_of_a_bubble_that_another_list_follows_have_no_numbers() -> None:
    first, _second = one_list([waiting(1, act("Bảng", "table")), many(1)])

    assert listed(first) == "Việc chờ:\n• Số 11\nHết.\n\n• Bảng"
    assert numbers(first) == ()


def test_more_answers_than_numbers_below_lines_are_said_by_their_words() -> None:
    say = waiting(7, act("Xem tiếp", "waiting", "2"), act("Mục chính", "main"))

    assert listed(say).endswith("7. Số 17\nHết.\n\n• Xem tiếp\n• Mục chính")


def test_the_one_place_offered_is_named_where_it_is_asked_for() -> None:
    say = Say("Ở đâu?", rows(Option("bản Suối Đá", "d:x:place:1")), wants="place")

    said = listed(turnable(say, lambda _: "Nhắn 1 nếu làm tại:"))

    assert said == "Ở đâu?\n\nNhắn 1 nếu làm tại: bản Suối Đá."


def test_where_the_words_count_something_it_is_said_which_numbers_are_answers() -> None:
    say = turnable(Say("Mang theo:\n1. Sổ\n2. Bút", rows(act("Đã rõ", "seen"))), str)

    assert listed(say).endswith("2. Bút\n\nTo answer, say the number:\n1. Đã rõ")


def test_a_list_before_a_question_for_words_keeps_its_numbers() -> None:
    question = Say("Tên là gì?", rows(Option("Quay lại", "d:x:name:<")), wants="text")

    assert one_list([many(1), question]) == (many(1), question)


def test_a_list_before_a_question_for_a_number_has_none() -> None:
    question = Say("Mấy hộ?", rows(Option("Bỏ qua", "d:x:homes:-")), wants="number")

    assert numbers(one_list([many(1), question])[0]) == ()

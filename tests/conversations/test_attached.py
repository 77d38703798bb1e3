"""What is told by itself, joined to an answer: what stands where, and what is better apart."""

import pytest

from conversations.reminding.attached import with_line, with_told
from conversations.say import Option, Say

ANSWER = Say("Đồng chí cần việc gì?", ((Option("Đăng ký", "a:register::0"),),))
CHOICE = Say("Câu 1/4. Họp gì?", ((Option("Thường kỳ", "d:1:kind:regular"),),))
QUESTION = Say("Câu 2/4. Họp ngày nào?", wants="text")
REMINDER = Say("Còn 7 ngày.", ((Option("Nhắc lại tối nay", "a:snooze::0"),),))
SAYS_ONE = Say("Nhắn 1 để đăng ký.", REMINDER.rows, says_one=True)


def test_below_an_answer_it_stands_with_its_own_answers_after_the_others() -> None:
    joined = with_told(ANSWER, REMINDER)

    assert joined
    assert joined.text.startswith(ANSWER.text)
    assert joined.rows == (*ANSWER.rows, *REMINDER.rows)


@pytest.mark.parametrize("question", [CHOICE, QUESTION])
def test_before_a_question_it_leaves_the_numbers_to_the_question(question: Say) -> None:
    joined = with_told(question, REMINDER)

    assert joined
    assert joined.text.endswith(question.text)
    assert joined.rows == question.rows


@pytest.mark.parametrize("question", [CHOICE, QUESTION])
def test_what_says_what_one_means_never_stands_above_a_question(question: Say) -> None:
    assert with_told(question, SAYS_ONE) is None


def test_what_keeps_its_answers_is_told_apart_from_a_question() -> None:
    assert with_told(CHOICE, REMINDER, keeps=True) is None
    assert with_told(CHOICE, Say("Hạn lùi đến 26/3."), keeps=True)
    assert with_told(ANSWER, REMINDER, keeps=True)


def test_what_is_longer_than_a_message_with_its_list_is_told_apart() -> None:
    together = len("\n".join((ANSWER.text, "—" * 10, REMINDER.text)))
    lists = len("\n\n1. Đăng ký\n2. Nhắc lại tối nay")

    assert with_told(ANSWER, REMINDER, most=together + lists)
    assert with_told(ANSWER, REMINDER, most=together + lists - 1) is None


@pytest.mark.parametrize(("answer", "first"), [(ANSWER, ANSWER.text), (QUESTION, "Lối khác.")])
def test_a_line_stands_where_it_does_not_come_between_a_question_and_its_answer(
    answer: Say, first: str
) -> None:
    assert with_line(answer, "Lối khác.").text.startswith(first)

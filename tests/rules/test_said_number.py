import pytest

from rules.said_number import number_in_words, said_number, said_numbers

ONE = ("1", "01", "1.", " 1 ", "1)", "(1)", "số 1", "so 1", "Số 1 ạ", "chọn 1 nhé", "em chọn số 1")


@pytest.mark.parametrize("text", [*ONE, "１", "1️⃣", "①", "¹", "1!", "“1”", "mục 1", "xin lấy 1"])
def test_a_one_in_any_form_is_a_one(text: str) -> None:
    assert said_number(text) == 1


@pytest.mark.parametrize(
    "text",
    ["", "1/3", "1.000", "12 hộ", "100", "#1", "1, 3", "một", "20/3 19h", "0912000001", "1%"],
)
def test_what_is_more_than_a_number_is_none(text: str) -> None:
    assert said_number(text) == -1


@pytest.mark.parametrize(
    ("text", "number"),
    [("một", 1), ("mot", 1), ("Số hai nhé", 2), ("bốn", 4), ("Năm", 5), ("sáu", 6), ("chin", 9)],
)
def test_a_number_may_be_written_out(text: str, number: int) -> None:
    assert number_in_words(text) == number


@pytest.mark.parametrize("text", ["sau", "nam", "không", "", "một hai", "tư vấn", "để sau"])
def test_a_word_that_is_more_often_something_else_is_no_number(text: str) -> None:
    assert number_in_words(text) == -1


@pytest.mark.parametrize("text", ["1, 3", "1,3", "1 3", "1 và 3", "số 1 và số 3", "1+3", "1;3 nhé"])
def test_several_numbers_are_said_in_many_ways(text: str) -> None:
    assert said_numbers(text) == (1, 3)


@pytest.mark.parametrize("text", ["1", "1, ba", "", "0912 000 001", "1, 1a"])
def test_one_number_and_words_are_not_several(text: str) -> None:
    assert said_numbers(text) == ()

"""The dates in a text, held against the calendar."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.announced_dates import DateSaid, dates_in

TODAY = dt.date(2027, 3, 16)
FRIDAY = dt.date(2027, 3, 26)
_DAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


@pytest.mark.parametrize(
    ("text", "words", "right"),
    [
        ("HẠN MỚI: hết 17 giờ 00, thứ Sáu 26/3/2027.", "thứ Sáu 26/3/2027", "right"),
        ("thứ sáu, ngày 26 tháng 3 năm 2027", "thứ sáu, ngày 26 tháng 3 năm 2027", "right"),
        ("Thứ 6 (26/3/2027)", "26/3/2027", "none"),
        ("thu sau 26.3.2027", "thu sau 26.3.2027", "right"),
        ("thứ Năm 26/3/27", "thứ Năm 26/3/27", "wrong"),
        ("CN 26-3-2027", "CN 26-3-2027", "wrong"),
        ("trước ngày 26/3", "26/3", "none"),
    ],
)
def test_a_date_is_found_with_its_weekday(text: str, words: str, right: str) -> None:
    said = {"right": True, "wrong": False, "none": None}[right]

    assert dates_in(text, TODAY) == (DateSaid(words, FRIDAY, said),)


def test_the_28th_is_a_sunday_and_no_friday() -> None:
    (said,) = dates_in("thứ Sáu 28/3/2027", TODAY)

    assert (said.day, said.right) == (dt.date(2027, 3, 28), False)


@pytest.mark.parametrize(
    "text", ["1/2 chi bộ", "Công văn 123/2027", "94.05 %", "Số 12-KH/TW", "84 đơn vị", "10/1000"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert dates_in(text, TODAY) == ()


def test_a_day_there_is_not_is_found_out() -> None:
    assert dates_in("hết ngày 31/4/2027", TODAY) == (DateSaid("31/4/2027", None),)


def test_what_is_over_is_pointed_out_but_not_of_a_document() -> None:
    over, paper = dates_in("Họp ngày 9/3/2027. Theo Công văn số 5-CV/BTG ngày 2/3/2027.", TODAY)

    assert (over.past, paper.past) == (True, False)


def test_in_december_a_day_of_january_is_of_the_next_year() -> None:
    (said,) = dates_in("họp ngày 5/1", dt.date(2026, 12, 20))

    assert said.day == dt.date(2027, 1, 5)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_right_exactly_where_the_calendar_says_so(day: dt.date, said: int) -> None:
    text = f"Hạn: {_DAYS[said]}, {day.day}/{day.month}/{day.year}."

    (one,) = dates_in(text, TODAY)

    assert (one.day, one.right) == (day, day.weekday() == said)


@given(st.text())
def test_no_text_is_too_wild(text: str) -> None:
    assert all(one.words for one in dates_in(text, TODAY))

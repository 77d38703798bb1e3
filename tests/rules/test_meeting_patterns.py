"""On which day of every month a unit meets: said, kept, found in each month from 1990 to 2100."""

import calendar
import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import catalogues
from conversations.meetings.naming import say_pattern
from rules.country_calendar import CountryCalendar, SaidDay
from rules.meeting_patterns import LAST, Pattern, day_in, next_days, pattern_of, read_pattern
from rules.refused import Refused
from tests.hamlet import HERE

DAYS = CountryCalendar()
VIETNAMESE = catalogues(HERE / "locales")["vi"]
YEARS, MONTHS = st.integers(1990, 2100), st.integers(1, 12)
BY_WEEKDAY = st.builds(
    Pattern,
    quarter=st.integers(0, 3),
    nth=st.sampled_from([1, 2, 3, 4, LAST]),
    weekday=st.integers(0, 6),
)
BY_DAY = st.builds(Pattern, quarter=st.integers(0, 3), day=st.integers(1, 31), later=st.booleans())


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("thứ Năm tuần đầu hằng tháng", "m w1.3"),
        ("thu nam tuan dau hang thang", "m w1.3"),
        ("ngày 3 hằng tháng", "m d3"),
        ("mùng 5 hàng tháng", "m d5"),
        ("ngày 4 hằng tháng, trùng ngày nghỉ thì ngày làm việc sau", "m d4>"),
        ("thứ Hai cuối tháng", "m w-1.0"),
        ("chủ nhật cuối tháng", "m w-1.6"),
        ("hằng quý, ngày 5 tháng đầu quý", "q1 d5"),
        ("thứ sáu tuần thứ hai hằng tháng", "m w2.4"),
        ("ngày cuối tháng hằng tháng", "m d31"),
    ],
)
def test_days_are_understood_with_marks_and_without(words: str, kept: str) -> None:
    assert read_pattern(words).code == kept


@pytest.mark.parametrize("words", ["mai", "ngày 3", "20/3", "thứ hai tuần sau", "cuối tháng", ""])
def test_one_day_is_no_days_that_repeat(words: str) -> None:
    with pytest.raises(Refused):
        read_pattern(words)


@given(BY_WEEKDAY | BY_DAY)
def test_what_is_said_and_what_is_kept_are_read_as_the_same(pattern: Pattern) -> None:
    assert pattern_of(pattern.code) == pattern
    assert read_pattern(say_pattern(pattern, VIETNAMESE)) == pattern


@given(BY_WEEKDAY, YEARS, MONTHS)
def test_a_weekday_is_that_weekday_of_that_month(pattern: Pattern, year: int, month: int) -> None:
    day = day_in(pattern, year, month, DAYS)

    assert (day is None) == (pattern.quarter not in {0, (month - 1) % 3 + 1})
    if day:
        assert (day.year, day.month, day.weekday()) == (year, month, pattern.weekday)
        last = calendar.monthrange(year, month)[1]
        assert last - day.day < 7 if pattern.nth == LAST else (day.day - 1) // 7 == pattern.nth - 1


@given(st.integers(1, 31), YEARS, MONTHS)
def test_a_day_of_the_month_is_the_last_where_the_month_is_shorter(
    number: int, year: int, month: int
) -> None:
    day = day_in(Pattern(day=number), year, month, DAYS)

    assert day == dt.date(year, month, min(number, calendar.monthrange(year, month)[1]))


@given(BY_WEEKDAY | BY_DAY, YEARS, MONTHS)
def test_every_month_or_quarter_has_exactly_one(pattern: Pattern, year: int, month: int) -> None:
    found = next_days(pattern, dt.date(year, month, 1), DAYS, count=8)

    months = [int(key[:4]) * 12 + int(key[5:]) for key, _ in found]
    step = 3 if pattern.quarter else 1
    assert [after - before for before, after in pairwise(months)] == [step] * 7
    assert all(former < latter for (_, former), (_, latter) in pairwise(found))


def test_a_day_off_is_left_for_the_working_day_after_it() -> None:
    swapped = CountryCalendar({dt.date(2027, 5, 4): SaidDay("off", "nghỉ bù")})

    assert day_in(Pattern(day=1, later=True), 2027, 5, swapped) == dt.date(2027, 5, 5)

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.periods import quarter_of, read_period

TODAY = dt.date(2027, 3, 16)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("quý I", "2027-01-01", "2027-03-31"),
        ("quy 4", "2027-10-01", "2027-12-31"),
        ("Quý II/2028", "2028-04-01", "2028-06-30"),
        ("quý ba năm 2026", "2026-07-01", "2026-09-30"),
        ("quý này", "2027-01-01", "2027-03-31"),
        ("quý trước", "2026-10-01", "2026-12-31"),
        ("quý cuối năm nay", "2027-10-01", "2027-12-31"),
        ("6 tháng đầu năm", "2027-01-01", "2027-06-30"),
        ("sáu tháng cuối năm 2026", "2026-07-01", "2026-12-31"),
        ("cả năm nay", "2027-01-01", "2027-12-31"),
        ("năm 2024", "2024-01-01", "2024-12-31"),
    ],
)
def test_stretches_of_days_are_read_as_people_name_them(said: str, first: str, last: str) -> None:
    period = read_period(said, TODAY)

    assert period
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "said", ["", "quý V", "quý", "tháng 3", "năm", "quý I/20", "7 tháng đầu năm"]
)
def test_other_words_are_no_stretch(said: str) -> None:
    assert read_period(said, TODAY) is None


@given(st.dates())
def test_a_day_lies_in_its_quarter(day: dt.date) -> None:
    quarter = quarter_of(day)

    assert day in quarter
    assert 90 <= (quarter.last - quarter.first).days + 1 <= 92

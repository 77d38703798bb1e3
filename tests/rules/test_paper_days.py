import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.paper_days import check_paper_day, moment_of, past_day
from rules.refused import Refused
from tests.hamlet import ZONE

TODAY = dt.date(2027, 3, 17)
READ = past_day(today=TODAY, year=2027)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("hôm nay", "2027-03-17"),
        ("Hôm qua", "2027-03-16"),
        ("15/3", "2027-03-15"),
        ("ngày 2 tháng 1", "2027-01-02"),
        ("1/3/2027", "2027-03-01"),
    ],
)
def test_a_day_is_the_last_one_so_called(said: str, day: str) -> None:
    assert READ(said) == day
    assert READ(day) == day


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("18/3", "paper-ahead"),
        ("20/3/2028", "paper-ahead"),
        ("31/12/2025", "paper-before-round"),
        ("không nhớ", "not-a-date"),
    ],
)
def test_a_day_on_which_no_paper_of_the_round_came_is_refused(said: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        READ(said)

    assert refused.value.reason == reason


@given(st.dates(dt.date(2026, 1, 1), TODAY))
def test_every_day_of_the_round_is_taken(day: dt.date) -> None:
    assert check_paper_day(day.isoformat(), today=TODAY, year=2027) == day.isoformat()
    assert READ(f"{day.day}/{day.month}/{day.year}") == day.isoformat()


def test_a_paper_of_a_round_that_began_in_autumn_came_in_the_year_before() -> None:
    autumn = dt.date(2026, 11, 22)

    assert past_day(today=autumn, year=2027)("21/11") == "2026-11-21"


@given(st.text(max_size=12))
def test_anything_said_is_a_day_that_is_not_ahead_or_refused(said: str) -> None:
    try:
        day = READ(said)
    except Refused:
        return

    assert "2026-01-01" <= day <= TODAY.isoformat()


def test_a_paper_counts_at_noon_of_its_day_but_never_ahead() -> None:
    morning = dt.datetime(2027, 3, 17, 8, tzinfo=ZONE)

    assert moment_of("2027-03-16", now=morning).isoformat() == "2027-03-16T12:00:00+07:00"
    assert moment_of("2027-03-17", now=morning) == morning

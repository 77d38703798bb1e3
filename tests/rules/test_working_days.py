import datetime as dt

import pytest

from rules.country_calendar import CountryCalendar, SaidDay
from rules.working_days import after_working_days

TUESDAY = dt.date(2027, 3, 16)


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (TUESDAY, dt.date(2027, 3, 18)),
        (dt.date(2027, 3, 18), dt.date(2027, 3, 22)),
        (dt.date(2027, 3, 19), dt.date(2027, 3, 23)),
        (dt.date(2027, 3, 20), dt.date(2027, 3, 23)),
        (dt.date(2027, 3, 21), dt.date(2027, 3, 23)),
    ],
    ids=["tuesday", "thursday", "friday", "saturday", "sunday"],
)
def test_two_working_days_leave_out_the_weekend(asked: dt.date, due: dt.date) -> None:
    assert after_working_days(asked, 2, CountryCalendar()) == due


def test_no_days_are_no_days() -> None:
    assert after_working_days(TUESDAY, 0, CountryCalendar()) == TUESDAY


@pytest.mark.parametrize(
    ("asked", "due"),
    [(dt.date(2027, 2, 3), dt.date(2027, 2, 12)), (dt.date(2026, 8, 20), dt.date(2026, 8, 22))],
    ids=["tet", "a-saturday-worked-instead"],
)
def test_days_off_and_swapped_ones_are_the_countrys(asked: dt.date, due: dt.date) -> None:
    assert after_working_days(asked, 2, CountryCalendar()) == due


def test_a_day_off_that_the_office_said_is_left_out() -> None:
    said = CountryCalendar({dt.date(2027, 3, 17): SaidDay("off", "mất điện")})

    assert after_working_days(TUESDAY, 1, said) == dt.date(2027, 3, 18)

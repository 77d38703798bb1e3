import datetime as dt

import pytest

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
    assert after_working_days(asked, 2) == due


def test_no_days_are_no_days() -> None:
    assert after_working_days(TUESDAY, 0) == TUESDAY

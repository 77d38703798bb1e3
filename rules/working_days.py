"""Days on which an office works."""

import datetime as dt

_FRIDAY = 4


def after_working_days(day: dt.date, count: int) -> dt.date:
    """Return the day that many working days after a day; only weekends are days off."""
    while count:
        day += dt.timedelta(days=1)
        count -= day.weekday() <= _FRIDAY
    return day

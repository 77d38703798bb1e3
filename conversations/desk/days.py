"""Days to come, as the office types them at the desk."""

import datetime as dt

from rules.dates import read_date
from rules.refused import Refused

_FARTHEST = dt.timedelta(days=366)


def read_coming_day(said: str, *, today: dt.date) -> str:
    """Return the day meant, ISO text, within a year; without a year the next such day.

    Refused as read_date says, "past" and "not-a-day".
    """
    day = read_date(said, today)
    if day < today:
        raise Refused("past")
    if day - today > _FARTHEST:
        raise Refused("not-a-day")
    return day.isoformat()

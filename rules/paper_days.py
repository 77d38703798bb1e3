"""Days on which a paper can have come in, and the moment one of such a day counts as sent."""

import datetime as dt
import re
from collections.abc import Callable

from rules.dates import read_date
from rules.fold import fold
from rules.refused import Refused

NOON = dt.time(12)
_A_YEAR, _HALF_A_YEAR = dt.timedelta(days=364), dt.timedelta(days=182)
_YESTERDAY = {"hom qua", "qua", "ngay hom qua"}
_WITH_YEAR = re.compile("[0-9]{4}")


def check_paper_day(day: str, *, today: dt.date, year: int) -> str:
    """Return the day (ISO text) a paper of a year's round came in: that year, or the one before.

    A round may begin in the autumn before its year.

    Refused "not-a-date", "paper-ahead" for a day to come, "paper-before-round".
    """
    try:
        came = dt.date.fromisoformat(day)
    except ValueError:
        raise Refused("not-a-date") from None
    if came > today:
        raise Refused("paper-ahead", day=day)
    if came.year < year - 1:
        raise Refused("paper-before-round", year=str(year), first=str(year - 1))
    return came.isoformat()


def moment_of(day: str, *, now: dt.datetime) -> dt.datetime:
    """Return when a paper of that day counts as sent: at noon, in the zone of `now`, no later."""
    return min(dt.datetime.combine(dt.date.fromisoformat(day), NOON, now.tzinfo), now)


def past_day(*, today: dt.date, year: int) -> Callable[[str], str]:
    """Return a reader of days on which a paper of a year's round came in, as ISO text.

    A day without a year is the last one within half a year. Refused as `read_date` and
    `check_paper_day` say.
    """

    def read(said: str) -> str:
        if fold(said).strip(" .") in _YESTERDAY:
            day = today - dt.timedelta(days=1)
        else:
            day = read_date(said, today)
            if day > today and not _WITH_YEAR.search(said):
                last = read_date(said, today - _A_YEAR)
                day = last if today - last < _HALF_A_YEAR else day
        return check_paper_day(day.isoformat(), today=today, year=year)

    return read

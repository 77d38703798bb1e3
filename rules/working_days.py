"""Days on which an office works."""

import datetime as dt

from rules.country_calendar import CountryCalendar


def after_working_days(day: dt.date, count: int, calendar: CountryCalendar) -> dt.date:
    """Return the day that many working days after a day."""
    while count:
        day += dt.timedelta(days=1)
        count -= calendar.works(day)
    return day

"""The days off of a year as a page, and those the office has said something of."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from conversations.moments import say_day
from dialog.turn import Translate
from rules.country_calendar import CountryCalendar
from rules.deadline_requests import SaidDays


def calendar_page(said: SaidDays, year: int, _: Translate) -> dict[str, Any]:
    """Return the named days off and the swapped days of a year, in their order."""
    calendar, of_office = CountryCalendar(dict(said.days)), dict(said.days)
    first = dt.date(year, 1, 1)
    every = (first + dt.timedelta(days=n) for n in range((dt.date(year + 1, 1, 1) - first).days))
    days = [day for day in every if calendar.holiday(day) or day in of_office]
    return {
        "title": _("Calendar of {year}").format(year=year),
        "leads": said.leads,
        "days": [
            {
                "day": say_day(day, _),
                "iso": day.isoformat(),
                "name": of_office[day].label if day in of_office else calendar.holiday(day),
                "kind": _("works") if calendar.works(day) else _("off"),
                "ours": day in of_office,
            }
            for day in days
        ],
    }


def calendar_words(_: Translate) -> Mapping[str, str]:
    """Return the page's own words by key."""
    return {
        "day": _("Day"),
        "name": _("What it is called"),
        "kind": _("What it is"),
        "undo": _("Take the day back"),
        "undo_this": _("Take back: {day}"),
        "add": _("Add a day"),
        "off": _("A day off"),
        "working": _("A working day instead of another"),
        "see": _("See what it would do"),
        "preview": _("What it would do; nothing is changed yet"),
        "do": _("Note it in the calendar"),
        "leave": _("Leave it as it was"),
        "year_before": _("The year before"),
        "year_after": _("The year after"),
        "not_leading": _("The calendar is kept by the office above."),
    }

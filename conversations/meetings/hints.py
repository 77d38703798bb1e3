"""What an officer should look at before a meeting is made: hints, which block nothing."""

import datetime as dt
from collections.abc import Sequence

from conversations.meetings.guidance import guidance
from conversations.meetings.naming import kind_label, say_when
from conversations.moments import say_day
from dialog.turn import Translate
from rules.meeting import Kind, When
from rules.meeting_requests import Planning


def hints_of_series(planning: Planning, days: Sequence[dt.date], _: Translate) -> list[str]:
    """Return the days of a series on which nobody meets: those meetings have to be moved."""
    text = _("Please note: {day} is a day off ({holiday}); that meeting you move or call off.")
    off = [(day, planning.days.holiday(day)) for day in days]
    return [text.format(day=say_day(day, _), holiday=why) for day, why in off if why]


def hints(planning: Planning, kind: Kind, when: When, _: Translate) -> list[str]:
    """Return what is to be thought of: a day off, another meeting on that day or in that month."""
    found = []
    if holiday := planning.days.holiday(when.day):
        text = _("Please note: {day} is a day off ({holiday}).")
        found.append(text.format(day=say_day(when.day, _), holiday=holiday))
    planned = [one for one in planning.ahead if one.state == "planned"]
    same_day = [one for one in planned if one.when.day == when.day]
    for one in same_day:
        text = _("Please note: on that day there is already: {kind}, {when}.")
        found.append(text.format(kind=kind_label(one.kind, _), when=say_when(one.when, _)))
    month = (when.day.year, when.day.month)
    for one in planned:
        in_month = (one.when.day.year, one.when.day.month) == month
        if kind == one.kind == "regular" and in_month and one not in same_day:
            text = _("Please note: this month already has a regular meeting, {when}.")
            found.append(text.format(when=say_when(one.when, _)))
    return [*found, *guidance(planning.unit, kind, _)]

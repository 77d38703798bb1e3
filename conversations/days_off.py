"""The days of the calendar that the office has said something of."""

import datetime as dt

from conversations.dialogs import begin
from conversations.drive import present
from conversations.moments import say_day
from conversations.offer import act, rows
from conversations.offices import offices
from conversations.outcome import Outcome
from conversations.said_of_a_day import parts_of
from conversations.say import Say
from conversations.show import main_list
from conversations.situation import Situation
from dialog.state import State
from rules.country_calendar import CountryCalendar
from rules.deadline_commands import UnsayDay
from rules.deadline_requests import SaidDays, SaidDaysOf

AHEAD, LISTED = 366, 12  # days that are looked at, days off that are named


def days_off(s: Situation, _subject: str) -> Outcome:
    """Return the days off ahead, and what the office said of single days."""
    _ = s.translate
    office = next(iter(offices(s.person)), None)
    if office is None:
        return Outcome((main_list(s),))
    said: SaidDays = s.facts_of(SaidDaysOf(office.id))
    calendar, today = CountryCalendar(dict(said.days)), s.now.date()
    ahead = (today + dt.timedelta(days=n) for n in range(AHEAD))
    named = [(day, calendar.holiday(day)) for day in ahead if calendar.holiday(day)]
    lines = [_("Days off ahead:")]
    lines += [f"• {say_day(day, _)}: {name}" for day, name in named[:LISTED]]
    swapped = [(day, one.label) for day, one in said.days if one.kind == "working" and day >= today]
    if swapped:
        lines += ["", _("Worked instead:")]
        lines += [f"• {say_day(day, _)}: {label}" for day, label in swapped]
    if not said.leads:
        return Outcome((Say("\n".join(lines)),))
    lines += ["", _("To add one, write for example: nghỉ 3/5/2027 nghỉ bù, or làm bù 22/8/2026.")]
    undo = _("Take back: {day}")
    ways = [
        act(undo.format(day=say_day(day, _)), "unsay-day", day.isoformat())
        for day, _one in said.days
        if day >= today
    ]
    return Outcome((Say("\n".join(lines), rows(act(_("Add a day"), "said-day"), *ways[:6])),))


def said_day(s: Situation, subject: str) -> Outcome:
    """Begin to note a day, with what was said of it already: "nghỉ 3/5/2027 nghỉ bù"."""
    state = State().offering(parts_of(subject))
    return present(s, begin(s, "calendar-day", state=state))


def unsay_day(s: Situation, subject: str) -> Outcome:
    """Let a day be what the calendar of the country says again."""
    office = next(iter(offices(s.person)), None)
    if office is None:
        return Outcome((main_list(s),))
    return Outcome(command=UnsayDay(office.id, subject))

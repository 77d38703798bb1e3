"""On which days a committee's schedule is worked on, and which month that is."""

import datetime as dt
from collections.abc import Iterable, Iterator

from rules.country_calendar import CountryCalendar
from rules.months import after, day_in, month_of
from rules.programme import Programme, Scheduling

REMIND = (3, 1)  # days before the day until which units register
USUAL = Scheduling(register_before=20, agree_on=25)
LOOKED_AHEAD = 10  # days before that day from which the next month is the one people mean


def scheduling_of(programmes: Iterable[Programme]) -> Scheduling:
    """Return how meetings are scheduled: as the first programme says that says anything of it."""
    none = Scheduling()
    return next((p.scheduling for p in programmes if p.scheduling != none), none)


def reminder_days(
    scheduling: Scheduling, month: str, *, calendar: CountryCalendar
) -> Iterator[tuple[str, dt.date]]:
    """Yield the step and the day for units that have registered nothing for a month.

    A day off goes to the working day before; of two steps on one day the nearer one is left.
    """
    before = day_in(after(month, -1), scheduling.register_before)
    days = {step: before - dt.timedelta(days=step) for step in REMIND}
    worked = {calendar.working_day_before(day): step for step, day in days.items()}
    for day, step in worked.items():
        yield str(step), day


def committee_days(scheduling: Scheduling, month: str) -> tuple[dt.date, dt.date]:
    """Return the days on which a committee hears who is missing, and is to agree."""
    before = after(month, -1)
    return day_in(before, scheduling.register_before), day_in(before, scheduling.agree_on)


def month_meant(scheduling: Scheduling, today: dt.date) -> str:
    """Return the month people mean who ask for the schedule without naming one."""
    day = (scheduling.register_before or USUAL.register_before) - LOOKED_AHEAD
    return after(month_of(today), 1 if today.day >= day else 0)

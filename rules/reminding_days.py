"""On which local days the reminders of a stage go: before its end, and once after it."""

import datetime as dt

from rules.country_calendar import CountryCalendar
from rules.programme import Programme, Stage
from rules.rounds import Deadline

AFTER = "after"
EARLY = 14  # days before, for who asked to be told that early


def reminder_days(
    stage: Stage,
    deadline: Deadline,
    *,
    calendar: CountryCalendar,
    programme: Programme,
    early: bool = False,
) -> tuple[tuple[str, dt.date], ...]:
    """Return (step, day) of each reminder that goes, in the order of the days; none while paused.

    A step is how many days before, "7", or "after". Where two would go on one day the nearer one
    goes, and the other is not here. `early`: fourteen days before, too.
    """
    if deadline.paused:
        return ()
    last = deadline.last.date()
    days: dict[dt.date, str] = {}
    for before in sorted({*stage.remind, *([EARLY] if early else [])}, reverse=True):
        day = last - dt.timedelta(days=before)
        days[day if programme.reminding.weekends else calendar.working_day_before(day)] = (
            f"{before}"
        )
    if stage.remind_after:
        day = last + dt.timedelta(days=stage.remind_after)
        days[day if programme.reminding.weekends else calendar.working_day_after(day)] = AFTER
    return tuple((step, day) for day, step in days.items())

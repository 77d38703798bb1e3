"""When something due may go to its person, or why it does not: hours, days off, what they chose."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from rules.country_calendar import CountryCalendar
from rules.occurrences import Due, Why
from rules.programme import Reminding
from rules.utc_ms import ms_of

A_DAY_MS = 86_400_000  # nobody is reminded of what they did something about so shortly before
_DAY = dt.timedelta(days=1)


class Snooze(NamedTuple):
    """Remind me again then; said when (both UTC milliseconds)."""

    until: int
    at: int


@dataclass(frozen=True, slots=True)
class Habits:
    """What a person chose: by matter, "" of anything; `hour` None is the programme's usual one.

    answered  when they last did something about a matter, UTC milliseconds
    early     also fourteen days before a deadline
    """

    hour: dt.time | None = None
    early: bool = False
    muted: Collection[str] = ()
    snoozed: Mapping[str, Snooze] = field(default_factory=dict)
    answered: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Going:
    """When something was to go, when it may go (both UTC milliseconds), or why it does not."""

    due_at: int
    at: int
    why: Why


@dataclass(frozen=True, slots=True)
class When:
    """Judges by one programme's hours and one calendar, from a local moment on."""

    now: dt.datetime
    reminding: Reminding
    calendar: CountryCalendar

    def going(self, due: Due, habits: Habits) -> Going:
        """Return when it may go; whoever waits till then asks again."""
        due_at = self._due_at(due, habits)
        snooze = self._snooze(due, habits)
        from_ = max(due_at, snooze.until, ms_of(self.now))
        at = self._held(due, self._local(from_), habits)
        return Going(due_at, at, due.why or self._why(due, habits, snooze, at))

    def _snooze(self, due: Due, habits: Habits) -> Snooze:
        found = habits.snoozed.get(due.matter) or habits.snoozed.get("")
        return found if found and not due.news else Snooze(0, 0)

    def _due_at(self, due: Due, habits: Habits) -> int:
        if due.day is None:
            return due.at
        return ms_of(dt.datetime.combine(due.day, self._hour(habits), self.now.tzinfo))

    def _hour(self, habits: Habits) -> dt.time:
        """Return the hour somebody is reminded at; where that has become quiet, the first other."""
        hour = habits.hour or self.reminding.hours[0]
        return self.reminding.quiet_to if self.reminding.is_quiet(hour) else hour

    def _held(self, due: Due, at: dt.datetime, habits: Habits) -> int:
        """Return the first moment from `at` on that is neither quiet nor, if it can wait, off."""
        awake = self.after_quiet(at)
        if due.urgent or self.reminding.weekends or self.calendar.works(awake.date()):
            return ms_of(awake)
        day = self.calendar.working_day_after(awake.date())
        working = ms_of(self.after_quiet(dt.datetime.combine(day, self._hour(habits), at.tzinfo)))
        # A message on a day off is a smaller evil than a deadline nobody was reminded of.
        return working if working < due.until else ms_of(awake)

    def after_quiet(self, at: dt.datetime) -> dt.datetime:
        """Return the moment itself, or the end of the quiet hours it lies in."""
        if not self.reminding.is_quiet(at.time()):
            return at
        end = self.reminding.quiet_to
        return dt.datetime.combine(at.date() + _DAY * (at.time() >= end), end, at.tzinfo)

    def _why(self, due: Due, habits: Habits, snooze: Snooze, at: int) -> Why:
        if at >= due.until:
            return "late"
        if due.news:  # reminders are muted, put off and answered
            return ""
        if due.matter in habits.muted or "" in habits.muted:
            return "muted"
        answered = habits.answered.get(due.matter, 0)
        # Who asks to be reminded again has done something about it, and is to be reminded.
        if answered > max(at - A_DAY_MS, snooze.at):
            return "answered"
        return ""

    def _local(self, at: int) -> dt.datetime:
        return dt.datetime.fromtimestamp(at / 1000, tz=self.now.tzinfo)

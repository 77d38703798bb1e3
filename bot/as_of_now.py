"""The programmes as they stand at the moment of a transaction.

With the models opened by then, the deadlines as the office changed them, the days off it said.
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from bot.shell import Programmes, Shell
from conversations.situation import Form
from rules.country_calendar import CountryCalendar
from rules.deadline_changes import DeadlineChange
from rules.opened import has_closed, opened
from rules.rounds import round_of
from storage import calendar_days, deadline_changes, launches
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class _AsOfNow:
    """Programmes with what was said of them; launched models are given by the codes of both."""

    programmes: Programmes
    launched: Collection[tuple[str, str]]
    changes: tuple[DeadlineChange, ...]
    calendar: CountryCalendar
    _by_day: dict[dt.date, tuple[Form, ...]] = field(init=False, default_factory=dict)

    def forms(self, today: dt.date) -> tuple[Form, ...]:
        """Return a form for each programme, as `Programmes` says."""
        if today not in self._by_day:  # a batch asks again and again
            forms = (self._as_of_now(form, today) for form in self.programmes.forms(today))
            self._by_day[today] = tuple(forms)
        return self._by_day[today]

    def _as_of_now(self, form: Form, today: dt.date) -> Form:
        programme = opened(form.programme, self.launched)
        programme = replace(programme, changes=self.changes) if self.changes else programme
        if not self.calendar.said:
            return replace(form, programme=programme)
        programme = replace(programme, calendar=self.calendar)
        return replace(form, programme=programme, year=round_of(programme, today))


async def as_of_now(tx: Transaction, shell: Shell) -> Shell:
    """Return the shell as of this transaction; of one that is, nothing is asked again."""
    if isinstance(shell.programmes, _AsOfNow):
        return shell
    today = shell.clock.local(shell.clock.now_ms()).date()
    programmes = [form.programme for form in shell.programmes.forms(today)]
    closed = any(map(has_closed, programmes))
    said = _AsOfNow(
        shell.programmes,
        launched=await launches.opened(tx) if closed else (),
        changes=await deadline_changes.changes(tx, today=today.isoformat()),
        calendar=CountryCalendar(await calendar_days.said(tx)),
    )
    return replace(shell, programmes=said)

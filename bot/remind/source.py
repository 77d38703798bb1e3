"""What a source of occurrences is: deadlines, drafts, meetings, announcements are some."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.shell import Shell
from rules.country_calendar import CountryCalendar
from rules.occurrences import Due, Key
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Moment:
    """The moment planned for; `now` in UTC milliseconds, `local` the same in the office's zone."""

    now: int
    local: dt.datetime
    calendar: CountryCalendar
    shell: Shell


class Source(Protocol):
    """One kind of rule. Both functions only read; the planner decides and writes."""

    def owns(self, rule: str) -> bool:
        """Return whether a key's rule is one of this source."""
        ...

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return what is due up to `ahead` (UTC milliseconds) and has not been decided yet.

        Everything that is no longer owed, too, with the reason in `why`.
        """
        ...

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return the same for occurrences decided before, as they stand now, without those gone."""
        ...

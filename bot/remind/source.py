"""What a source of occurrences is: deadlines, drafts, meetings, announcements are some."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.shell import Shell
from rules.country_calendar import CountryCalendar
from rules.occurrences import Due, Key
from storage.database import Database, Transaction


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

        Everything that is no longer owed, too, with the reason in `why`. Decided ones may be among
        it and cost only time; what was "away" or "silent" is not decided for good.
        """
        ...

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return the same for these keys as they stand now, without those gone.

        Asked in the transaction that decides them, and once more where they had to wait.
        """
        ...


class Keeper(Protocol):
    """What has to be written before anything is planned, such as the next meeting of a series."""

    async def keep(self, db: Database, moment: Moment) -> None:
        """Write what is missing; called before each planning, so it first reads if any is."""
        ...

"""Who imports, for which programme, and when."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from rules.programme import Programme


@dataclass(frozen=True, slots=True)
class By:
    """Whoever imports, and the moment; `now` in UTC milliseconds.

    person      "" for the operator at the terminal, who may change all units
    version     of the programme, `latest` the last round whose entries there can be
    bot         our Telegram bot, "" when there is none
    """

    person: str
    address: str
    programme: Programme
    version: int
    latest: int
    bot: str
    now: int
    zone: dt.tzinfo
    new_id: Callable[[], str]

    @property
    def today(self) -> str:
        """The local day, ISO."""
        return self.day_of(self.now)

    def day_of(self, at: int) -> str:
        """Return the local day of UTC milliseconds, ISO."""
        return dt.datetime.fromtimestamp(at / 1000, self.zone).date().isoformat()

    def moment_of(self, day: str, hour: int) -> dt.datetime:
        """Return an hour of a local day (ISO)."""
        return dt.datetime.combine(dt.date.fromisoformat(day), dt.time(hour), self.zone)

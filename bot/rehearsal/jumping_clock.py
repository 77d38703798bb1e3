"""The clock of a rehearsal: it stands still until it is set."""

import datetime as dt

from bot.clock import Clock


class JumpingClock(Clock):
    """A clock that says `now`, UTC milliseconds."""

    def __init__(self, zone: dt.tzinfo, now: int) -> None:
        super().__init__(zone)
        self.now = now

    def now_ms(self) -> int:
        """Return the moment it was set to."""
        return self.now

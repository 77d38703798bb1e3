"""The clock of the demo: it goes like any other, but can be moved."""

import datetime as dt

from bot.clock import Clock


class MovedClock(Clock):
    """The wall clock, `moved` milliseconds ahead of itself."""

    def __init__(self, zone: dt.tzinfo, moved: int = 0) -> None:
        super().__init__(zone)
        self.moved = moved

    def now_ms(self) -> int:
        """Return UTC milliseconds, moved."""
        return super().now_ms() + self.moved

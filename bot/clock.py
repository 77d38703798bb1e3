"""The one place that asks what time it is."""

import datetime as dt
import time

DAY_MS = 86_400_000


class Clock:
    """The wall clock, in the programme's zone where it is local."""

    def __init__(self, zone: dt.tzinfo) -> None:
        self.zone = zone

    def now_ms(self) -> int:
        """Return UTC milliseconds."""
        return time.time_ns() // 1_000_000

    def local(self, at: int) -> dt.datetime:
        """Return UTC milliseconds as an aware local time."""
        return dt.datetime.fromtimestamp(at / 1000, tz=self.zone)

"""Notices that the wall clock was set back, by comparing it with one that only goes on."""

from collections.abc import Callable
from time import monotonic

TOLERANCE_MS = 5_000


class SetBack:
    """Compares the two each time it is asked; the first time nobody knows, and it may have been."""

    def __init__(self, seconds: Callable[[], float] = monotonic) -> None:
        self._seconds = seconds
        self._ahead: float | None = None

    def noticed(self, now: int) -> bool:
        """Return whether the clock, which says `now` (UTC ms), was set back since the last time."""
        ahead = now - self._seconds() * 1000
        before, self._ahead = self._ahead, ahead
        return before is None or ahead < before - TOLERANCE_MS

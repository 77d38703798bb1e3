"""Pacing: bulk goes out at what a bot is allowed less what answers used; answers never wait."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Literal

BULK_A_SECOND = 25  # Telegram allows about 30 a bot


class Pace:
    """Counts what went out in the last second; `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float] | None = None) -> None:
        self._clock = clock or asyncio.get_running_loop().time
        self._gone: deque[float] = deque()

    def pause(self, urgency: Literal["answer", "bulk"]) -> float:
        """Return in how many seconds a message of this urgency may go out, 0.0 for now."""
        if urgency == "answer":
            return 0.0
        self._forget()
        if len(self._gone) < BULK_A_SECOND:
            return 0.0
        return max(0.001, self._gone[-BULK_A_SECOND] + 1.0 - self._clock())

    def count(self) -> None:
        """Count a message that goes out now."""
        self._gone.append(self._clock())
        if len(self._gone) > BULK_A_SECOND * 4:
            self._forget()

    def _forget(self) -> None:
        while self._gone and self._gone[0] <= self._clock() - 1.0:
            self._gone.popleft()

"""Pacing: bulk goes out at what a bot is allowed less what answers used; answers never wait."""

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Literal

BULK_A_SECOND = 29  # Telegram allows about 30 a bot
FLOOD = 10  # chats told to wait within a second: then the whole bot is meant


class Pace:
    """Counts what went out in the last second; `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float] | None = None) -> None:
        self._clock = clock or asyncio.get_running_loop().time
        self._gone: deque[float] = deque()
        self._told: deque[float] = deque(maxlen=FLOOD)
        self._held_until = 0.0

    def pause(self, urgency: Literal["answer", "bulk"]) -> float:
        """Return in how many seconds a message of this urgency may go out, 0.0 for now."""
        if urgency == "answer":
            return 0.0
        self._forget()
        held = self._held_until - self._clock()
        if len(self._gone) < BULK_A_SECOND:
            return max(0.0, held)
        return max(0.001, held, self._gone[-BULK_A_SECOND] + 1.0 - self._clock())

    def count(self) -> None:
        """Count a message that goes out now."""
        self._gone.append(self._clock())
        if len(self._gone) > BULK_A_SECOND * 4:
            self._forget()

    def slow_down(self, seconds: float) -> None:
        """Note that a chat was told to wait so long; of many at once, all bulk waits."""
        now = self._clock()
        self._told.append(now)
        if len(self._told) == FLOOD and now - self._told[0] <= 1.0:
            self._held_until = max(self._held_until, now + seconds)

    def _forget(self) -> None:
        while self._gone and self._gone[0] <= self._clock() - 1.0:
            self._gone.popleft()

"""Pacing: bulk goes out at what a bot is allowed less what answers just used; answers never wait here."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from typing import Literal

BULK_A_SECOND = 25  # Telegram allows about 30 a bot


class Pace:
    """Counts what went out in the last second and holds bulk back; `clock` gives monotonic seconds."""

    def __init__(self, clock: Callable[[], float] | None = None) -> None:
        self._clock = clock or asyncio.get_running_loop().time
        self._sent: deque[float] = deque()

    async def wait(self, urgency: Literal["answer", "bulk"]) -> None:
        """Return when a message of this urgency may go out."""
        while urgency == "bulk" and (pause := self._pause()):
            await asyncio.sleep(pause)
        self._sent.append(self._clock())
        if len(self._sent) > BULK_A_SECOND * 4:
            self._forget()

    def _pause(self) -> float:
        self._forget()
        if len(self._sent) < BULK_A_SECOND:
            return 0.0
        return max(0.001, self._sent[-BULK_A_SECOND] + 1.0 - self._clock())

    def _forget(self) -> None:
        while self._sent and self._sent[0] <= self._clock() - 1.0:
            self._sent.popleft()

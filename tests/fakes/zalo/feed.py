"""Updates of one bot that wait to be fetched: one at a time, and nobody confirms anything."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

Delivery: TypeAlias = Literal["pop", "replay", "lossy"]


@dataclass(slots=True)
class Update:
    """One event as the bot is told of it; `given` is how often it was handed out."""

    body: dict[str, Any]
    given: int = 0

    @property
    def id(self) -> str:
        """The message_id."""
        return str(self.body["message"]["message_id"])

    @property
    def chat(self) -> str:
        """The chat it is about."""
        return str(self.body["message"]["chat"]["id"])


class Feed:
    """Hands updates out.

    pop     each once, whoever asked
    replay  the same one to each call at once, `replays` times, then the next
    lossy   each once, and what comes while nobody asks is dropped
    """

    def __init__(self, delivery: Delivery, replays: int) -> None:
        self.delivery = delivery
        self.replays = replays
        self.dropped: list[str] = []
        self.pending: deque[Update] = deque()
        self._polls: list[Callable[[], bool]] = []
        self._closed = False
        self._news = asyncio.Condition()

    @property
    def open(self) -> int:
        """How many calls wait, not counting those whose caller has gone."""
        return sum(alive() for alive in self._polls)

    async def add(self, update: Update) -> None:
        """Let an update be fetched."""
        if self.delivery == "lossy" and not self.open:
            self.dropped.append(update.id)
            return
        self.pending.append(update)
        async with self._news:
            self._news.notify_all()

    def drop(self) -> None:
        """Forget what was not fetched."""
        self.dropped += [update.id for update in self.pending]
        self.pending.clear()

    def again(self, update: Update) -> None:
        """Let an update be fetched once more, be the mode what it is."""
        self.pending.appendleft(update)

    async def fetch(self, wait: float, *, alive: Callable[[], bool]) -> Update | None:
        """Return an update, waiting so many s for it; None if none came or nobody listens."""
        self._polls.append(alive)
        try:
            async with asyncio.timeout(wait), self._news:
                await self._news.wait_for(lambda: self.pending or self._closed)
                return self._taken() if self.pending and alive() else None
        except TimeoutError:
            return None
        finally:
            self._polls.remove(alive)

    async def close(self, *, closed: bool = True) -> None:
        """End all waiting, or let it be possible again."""
        self._closed = closed
        async with self._news:
            self._news.notify_all()

    def _taken(self) -> Update:
        update = self.pending[0]
        update.given += 1
        if self.delivery != "replay" or update.given >= self.replays:
            self.pending.popleft()
        return update

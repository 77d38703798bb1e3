"""Waiting longer and longer between attempts."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias, TypeVar

import structlog

from bot.channels import ChannelError, TokenRefused

log = structlog.get_logger(__name__)
T = TypeVar("T")
Sleep: TypeAlias = Callable[[float], Awaitable[object]]


class Patience:
    """Pauses of `first` seconds, doubled up to `most`, until something has gone well."""

    def __init__(self, first: float, most: float, sleep: Sleep) -> None:
        self._first = first
        self._most = most
        self._sleep = sleep
        self._next = first

    async def pause(self) -> None:
        """Wait; the next time longer."""
        pause, self._next = self._next, min(self._next * 2, self._most)
        await self._sleep(pause)

    def ease(self) -> None:
        """Begin with the short pause again."""
        self._next = self._first

    async def until_done(self, attempt: Callable[[], Awaitable[T]], *, who: str) -> T:
        """Return what `attempt` returns at last; the same trouble is told of once, as `who`'s.

        Raises TokenRefused, and ChannelError where trying again cannot help.
        """
        told = ""
        while True:
            try:
                result = await attempt()
            except ChannelError as error:
                if isinstance(error, TokenRefused) or error.kind == "permanent":
                    raise
                if error.detail != told:
                    log.warning("trying again", who=who, detail=error.detail)
                told = error.detail
                await (self._sleep(error.retry_after) if error.retry_after else self.pause())
            else:
                self.ease()
                return result

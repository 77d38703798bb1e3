"""Waiting for something to become true, without a loop that sleeps."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


class Watch:
    """Wakes those who wait whenever anything at the fake has changed."""

    def __init__(self) -> None:
        self._condition = asyncio.Condition()

    async def changed(self) -> None:
        """Let everybody who waits look again."""
        async with self._condition:
            self._condition.notify_all()

    async def until(
        self, look: Callable[[], Found | None], *, within: float, missing: Callable[[], str]
    ) -> Found:
        """Return what `look` finds once it is not None; raises AssertionError after `within` s."""
        try:
            async with asyncio.timeout(within), self._condition:
                while (found := look()) is None:
                    await self._condition.wait()
                return found
        except TimeoutError:
            raise AssertionError(missing()) from None

"""Waiting for something of which nobody tells."""

import asyncio
from collections.abc import Awaitable, Callable

A_MOMENT = 0.05  # seconds


async def until(
    is_so: Callable[[], Awaitable[bool]], *, within: float | None = None, pause: float = A_MOMENT
) -> None:
    """Return when it is so, looked at again and again. Raises TimeoutError."""
    async with asyncio.timeout(within):
        while not await is_so():  # noqa: ASYNC110 - it happens in another process
            await asyncio.sleep(pause)

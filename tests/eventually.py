"""Waiting for what comes by itself: looked at again and again, until a deadline."""

import asyncio
from collections.abc import Awaitable, Callable

DEADLINE = 60.0  # seconds; never reached where nothing is wrong, however busy the machine is


async def eventually(look: Callable[[], Awaitable[bool]]) -> None:
    """Return as soon as a look finds what is looked for. Raises TimeoutError."""
    async with asyncio.timeout(DEADLINE):
        while not await look():  # noqa: ASYNC110 - a database rings no bell
            await asyncio.sleep(0.01)

"""Waiting in loops that must go on whatever happens."""

import asyncio
import contextlib
from collections.abc import Awaitable
from typing import TypeVar

import structlog

from bot.bug import told
from storage.database import Unavailable

STUMBLED = 2.0  # seconds
log = structlog.get_logger()
T = TypeVar("T")


async def watched(work: Awaitable[float], *, what: str) -> float:
    """Do one round of a loop; return in how many seconds the next one is due.

    What fails is told of, never raised: the next round may go well.
    """
    try:
        return await work
    except Unavailable as error:
        log.warning("waits for the database", what=what, error=str(error))
    except Exception as bug:  # noqa: BLE001 - a loop that ended would be missed by nobody
        log.warning("stumbled", what=what, bug=told(bug))
    return STUMBLED


async def passed(event: asyncio.Event, seconds: float) -> None:
    """Return when the event has come, or after so many seconds.

    Whoever is cancelled at the moment the event comes is cancelled; asyncio.wait_for of Python 3.11
    would go on.
    """
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()


async def unless(stopping: asyncio.Event, doing: Awaitable[T]) -> T | None:
    """Return what is awaited, or None as soon as a loop is to stop."""
    task, stop = asyncio.ensure_future(doing), asyncio.ensure_future(stopping.wait())
    try:
        await asyncio.wait({task, stop}, return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        task.cancel()
        stop.cancel()
        await asyncio.gather(task, stop, return_exceptions=True)

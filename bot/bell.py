"""Tells the streams of a person's web pages that something new is in the database."""

import asyncio
import contextlib
from weakref import WeakValueDictionary


class Bell:
    """Rings for people, within this process; nothing is lost when nobody listens."""

    def __init__(self) -> None:
        self._heard: WeakValueDictionary[str, asyncio.Event] = WeakValueDictionary()

    def ring(self, person: str) -> None:
        """Let everybody who waits for this person's bell go on."""
        if heard := self._heard.pop(person, None):
            heard.set()

    async def wait(self, person: str, *, timeout: float) -> None:  # noqa: ASYNC109 - its end is no error
        """Return when the person's bell rings, or after that many seconds."""
        heard = self._heard.setdefault(person, asyncio.Event())
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(timeout):
                await heard.wait()

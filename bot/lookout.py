"""Looking for work again and again, whatever happens to one look."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.waiting import passed, watched


class Lookout:
    """Does a work at once, whenever it is told to look, and after the seconds the work returned."""

    def __init__(self, work: Callable[[], Awaitable[float]], *, what: str) -> None:
        self._work = work
        self._what = what
        self._look = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin."""
        self._task = asyncio.create_task(self._go_on(), name=self._what)

    async def stop(self) -> None:
        """Stop; what is half done is given up."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def look(self) -> None:
        """Look at once."""
        self._look.set()

    async def _go_on(self) -> None:
        while True:
            self._look.clear()
            await passed(self._look, await watched(self._work(), what=self._what))

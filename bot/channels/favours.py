"""What is done beside the work: nobody waits for it, and it may fail."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Any

import structlog

from bot.channels import ChannelError

log = structlog.get_logger(__name__)


class Favours:
    """Calls that are made once, each in a task of its own, and given up when the API says no."""

    def __init__(self, call: Callable[[str, dict[str, Any]], Awaitable[object]]) -> None:
        self._call = call
        self._tasks: set[asyncio.Task[None]] = set()
        self._quiet: dict[Hashable, float] = {}

    def do(self, method: str, params: dict[str, Any]) -> None:
        """Begin a call, if nothing is to be quiet about its chat."""
        chat = params.get("chat_id")
        if asyncio.get_running_loop().time() < self._quiet.get(chat, 0):
            return
        self._quiet.pop(chat, None)
        task = asyncio.create_task(self._try(method, params))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def hush(self, chat: Hashable, seconds: float) -> None:
        """Do nothing in a chat for so long."""
        self._quiet[chat] = asyncio.get_running_loop().time() + seconds

    async def close(self) -> None:
        """Give up what is not done."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _try(self, method: str, params: dict[str, Any]) -> None:
        try:
            await self._call(method, params)
        except ChannelError as error:
            if error.retry_after:
                self.hush(params.get("chat_id"), error.retry_after)
            log.info("favour failed", method=method, detail=error.detail)

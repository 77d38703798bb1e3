"""What is done beside the work: nobody waits for it, and it may fail."""

import asyncio
from typing import Any

import structlog

from bot.channels import ChannelError
from bot.channels.telegram.api import Api

log = structlog.get_logger(__name__)


class Favours:
    """Calls that are made once, each in a task of its own, and given up when the API says no."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._tasks: set[asyncio.Task[None]] = set()
        self._quiet: dict[int, float] = {}

    def do(self, method: str, params: dict[str, Any]) -> None:
        """Begin a call, if nothing is to be quiet about its chat."""
        chat = params.get("chat_id", 0)
        if asyncio.get_running_loop().time() < self._quiet.get(chat, 0):
            return
        self._quiet.pop(chat, None)
        task = asyncio.create_task(self._try(method, params))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def hush(self, chat: int, seconds: float) -> None:
        """Do nothing in a chat for so long."""
        self._quiet[chat] = asyncio.get_running_loop().time() + seconds

    async def close(self) -> None:
        """Give up what is not done."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _try(self, method: str, params: dict[str, Any]) -> None:
        try:
            await self._api.call(method, params)
        except ChannelError as error:
            if error.retry_after:
                self.hush(params.get("chat_id", 0), error.retry_after)
            log.info("telegram: favour failed", method=method, detail=error.detail)

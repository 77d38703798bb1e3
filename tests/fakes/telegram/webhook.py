"""Delivery of updates to the bot's webhook, as the Bot API server does it."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import orjson

from .faults import Faults
from .updates import Lane, Update, Updates

_SECRET = "X-Telegram-Bot-Api-Secret-Token"
_PATIENCE = aiohttp.ClientTimeout(total=60)
_DEFAULT_CONNECTIONS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """Where updates are posted, and how."""

    url: str = ""
    secret: str = ""
    connections: int = _DEFAULT_CONNECTIONS


class Webhook:
    """Posts updates: those of one lane one after the other, lanes side by side."""

    def __init__(
        self,
        updates: Updates,
        faults: Faults,
        *,
        answered: Callable[[dict[str, Any]], Awaitable[None]],
        delivered: Callable[[], Awaitable[None]],
    ) -> None:
        self.hook = Hook()
        self.backoff = 0.05
        self.last_error = ""
        self._updates = updates
        self._faults = faults
        self._answered = answered
        self._delivered = delivered
        self._queues: dict[Lane, deque[Update]] = {}
        self._tasks: dict[Lane, asyncio.Task[None]] = {}
        self._slots = asyncio.Semaphore(_DEFAULT_CONNECTIONS)
        self._session: aiohttp.ClientSession | None = None
        self._pointing = (
            asyncio.Lock()
        )  # a bot may ask while an earlier call of a dead one is served
        updates.on_new = self._queue

    async def point(self, hook: Hook) -> None:
        """Deliver to another place from now on, or nowhere if its URL is empty."""
        async with self._pointing:
            await self.close()
            self.hook = hook
            self.last_error = ""
            if hook.url:
                self._slots = asyncio.Semaphore(hook.connections)
                connector = aiohttp.TCPConnector(limit=0)
                self._session = aiohttp.ClientSession(connector=connector, timeout=_PATIENCE)
                for update in self._updates.pending:
                    self._queue(update)

    async def close(self) -> None:
        """Stop delivering; what was not delivered stays pending."""
        session, self._session = self._session, None  # what comes now is not queued
        tasks, self._tasks, self._queues = list(self._tasks.values()), {}, {}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if session:
            await session.close()

    def _queue(self, update: Update) -> None:
        if not self._session:
            return
        self._queues.setdefault(update.lane, deque()).append(update)
        if update.lane not in self._tasks:
            self._tasks[update.lane] = asyncio.create_task(self._empty(update.lane))

    async def _empty(self, lane: Lane) -> None:
        """Deliver what is queued in a lane; an update is repeated until it is accepted."""
        queue = self._queues[lane]
        try:
            while queue:
                if self._updates.waits(queue[0]) and (again_in := await self._deliver(queue[0])):
                    await asyncio.sleep(again_in)
                else:
                    queue.popleft()
                    await self._delivered()
        finally:
            if self._tasks.get(lane) is asyncio.current_task():
                del self._tasks[lane]

    async def _deliver(self, update: Update) -> float:
        """Post one update; return 0, or the seconds to wait before it is posted again."""
        fault = self._faults.strike("webhook", update.lane[1])
        await asyncio.sleep(fault.delay_before)
        async with self._slots:
            try:
                status, retry_after, body = await self._post(update)
            except (aiohttp.ClientError, TimeoutError) as error:
                self.last_error = f"Connection failed: {error!r}"
                return self.backoff
        if fault.cut_after or not 200 <= status < 300:
            self.last_error = f"Wrong response from the webhook: {status}"
            return max(self.backoff, retry_after)
        self._updates.confirm(update)
        if fault.duplicate_updates:
            self._updates.repeat(update.id)
        if body.get("method"):
            await self._answered(body)
        return 0

    async def _post(self, update: Update) -> tuple[int, float, dict[str, Any]]:
        assert self._session is not None
        headers = {"Content-Type": "application/json"}
        if self.hook.secret:
            headers[_SECRET] = self.hook.secret
        data = orjson.dumps(update.body)
        async with self._session.post(self.hook.url, data=data, headers=headers) as response:
            body = await response.read()
            retry_after = response.headers.get("Retry-After", "0")
            return response.status, float(retry_after), _call_in(body)


def _call_in(body: bytes) -> dict[str, Any]:
    """Return the call that a bot may make in its answer to an update."""
    try:
        call = orjson.loads(body)
    except orjson.JSONDecodeError:
        return {}
    return call if isinstance(call, dict) else {}

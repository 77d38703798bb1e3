"""Delivery of updates to a bot's webhook, by a Java client that shows no great care."""

import asyncio
import ipaddress
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import orjson

from tests.fakes.telegram.faults import Faults

from .feed import Update

AGENT = "Java/1.8.0_192"
SECRET = "X-Bot-Api-Secret-Token"
_PATIENCE = aiohttp.ClientTimeout(total=10)
_OK = range(200, 300)
_WITH_STATUS = {403, 404}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hooking:
    """How updates are posted: nobody has published it, so each is a switch.

    wrapped   {"ok":true,"result":{…}}, as the documents say; else flat, as it has been seen
    retries   how often an update that was not answered with 2xx is posted again
    backoff   s before that
    loopback  whether a URL of this machine may be set, without TLS
    tests     how often a day setWebhook and testWebhook may be called
    strict    deleteWebhook is refused where none was set
    """

    wrapped: bool = False
    retries: int = 0
    backoff: float = 0.05
    loopback: bool = True
    tests: int = 100
    strict: bool = True


class Webhook:
    """Posts the updates of one bot: those of a chat in turn, chats side by side."""

    def __init__(
        self, how: Hooking, faults: Faults, *, changed: Callable[[], Awaitable[None]]
    ) -> None:
        self.url = ""
        self.updated_at = 0
        self.posted: dict[str, list[int]] = defaultdict(list)  # statuses by message, 0: none
        self._secret = ""
        self._how = how
        self._faults = faults
        self._changed = changed
        self._queues: dict[str, deque[Update]] = {}
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._session: aiohttp.ClientSession | None = None

    @property
    def busy(self) -> bool:
        """Tell whether something is still being posted."""
        return bool(self._tasks)

    async def point(self, url: str, secret: str, *, at: int) -> None:
        """Post to another place from now on, nowhere if it is empty."""
        self.url, self._secret, self.updated_at = url, secret, at
        if not url:
            await self.close()
        elif not self._session:
            self._session = aiohttp.ClientSession(timeout=_PATIENCE)

    async def close(self) -> None:
        """Stop posting; what was not posted is gone."""
        tasks, self._tasks, self._queues = list(self._tasks.values()), {}, {}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        session, self._session = self._session, None
        if session:
            await session.close()

    async def probe(self) -> dict[str, Any]:
        """Post nothing at all, and say what came of it."""
        began = time.monotonic()
        try:
            status = await self._post(b"", {})
        except (aiohttp.ClientError, TimeoutError):
            return {"ok": False, "url": self.url, "outcome": "webhook.err.conn", "hint": "conn"}
        outcome = _outcome(status)
        return {
            "ok": status in _OK,
            "url": self.url,
            "outcome": outcome,
            "hint": outcome.rpartition(".")[2],
            "status_code": status,
            "latency_ms": int((time.monotonic() - began) * 1000),
        }

    def deliver(self, update: Update) -> None:
        """Post an update, after the others of its chat."""
        self._queues.setdefault(update.chat, deque()).append(update)
        if update.chat not in self._tasks:
            self._tasks[update.chat] = asyncio.create_task(self._empty(update.chat))

    async def _empty(self, chat: str) -> None:
        queue = self._queues[chat]
        try:
            while queue:
                await self._deliver(queue.popleft())
                await self._changed()
        finally:
            if self._tasks.get(chat) is asyncio.current_task():
                del self._tasks[chat]
        await self._changed()

    async def _deliver(self, update: Update) -> None:
        fault = self._faults.strike("webhook", update.chat)
        await asyncio.sleep(fault.delay_before)
        for again in range(self._how.retries + 1):
            await asyncio.sleep(self._how.backoff if again else 0)
            status = 0 if fault.cut_before else await self._told(update)
            self.posted[update.id].append(status)
            if status in _OK:
                break
        if fault.duplicate_updates:
            self.posted[update.id].append(await self._told(update))

    async def _told(self, update: Update) -> int:
        told = {"ok": True, "result": update.body} if self._how.wrapped else update.body
        headers = {"Content-Type": "application/json", SECRET: self._secret}
        try:
            return await self._post(orjson.dumps(told), headers)
        except (aiohttp.ClientError, TimeoutError):
            return 0

    async def _post(self, data: bytes, headers: dict[str, str]) -> int:
        assert self._session is not None
        sent = {"User-Agent": AGENT, **headers}
        bare = () if "Content-Type" in headers else ("Content-Type",)
        async with self._session.post(
            self.url, data=data, headers=sent, skip_auto_headers=bare
        ) as response:
            return response.status


def reachable(url: str, *, loopback: bool) -> bool:
    """Tell whether a webhook may be there: public, and by TLS."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        private = not ipaddress.ip_address(host).is_global
    except ValueError:
        private = host == "localhost"
    if private:
        return loopback and parts.scheme in {"http", "https"}
    return parts.scheme == "https" and bool(host)


def _outcome(status: int) -> str:
    if status in _OK:
        return "webhook.ok"
    if status in _WITH_STATUS:
        return f"webhook.http.{status}"
    return "webhook.http.5xx" if status >= 500 else "webhook.http.other"

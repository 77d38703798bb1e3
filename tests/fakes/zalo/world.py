"""Everything the fake knows beside its bots: files, pictures fetched, ids, who is told what."""

import datetime as dt
import hashlib
import itertools
from collections.abc import Callable
from typing import Any

import aiohttp

from tests.fakes.telegram.watch import Watch

from .bots import Bot
from .chats import Chat
from .feed import Update

_FETCHES = 2  # Zalo asks for a picture more than once
_PATIENCE = aiohttp.ClientTimeout(total=10)


class World:
    """The state that calls read and change; it carries what people do to the bots."""

    def __init__(
        self, clock: Callable[[], dt.datetime], *, photo: str, unknown_chat: int = 400
    ) -> None:
        self.clock = clock
        self.unknown_chat = unknown_chat
        self.watch = Watch()
        self.photo = photo
        self.url = ""
        self.bots: dict[str, Bot] = {}
        self.media: dict[str, bytes] = {}
        self.complaints: list[str] = []
        self._numbers = itertools.count(1)
        self._session: aiohttp.ClientSession | None = None

    @property
    def millis(self) -> int:
        """Now, as Zalo tells time."""
        return int(self.clock().timestamp() * 1000)

    def new_id(self) -> str:
        """Return an id as messages and people have: 20 digits that say nothing."""
        return hashlib.sha256(f"id {next(self._numbers)}".encode()).hexdigest()[:20]

    def keep(self, name: str, data: bytes) -> str:
        """Keep a file for a while and return its address."""
        path = f"/media/{self.new_id()}/{name}"
        self.media[path] = data
        return f"{self.url}{path}"

    async def tell(self, chat: Chat, event: str, content: dict[str, Any]) -> str:
        """Tell the bot what somebody did, as far as it hears of it; return the message_id."""
        message = {
            "date": self.millis,
            "chat": {"chat_type": chat.kind, "id": chat.id},
            "message_id": self.new_id(),
            "from": chat.sender,
            **content,
        }
        bot, update = self.bots[chat.bot], Update({"event_name": event, "message": message})
        if not bot.meter.hear(str(chat.sender["id"])):
            bot.dropped.append(update.id)
        elif bot.webhook.url:
            bot.webhook.deliver(update)
        else:
            await bot.feed.add(update)
        await self.watch.changed()
        return update.id

    async def fetch(self, url: str) -> tuple[list[int], bytes]:
        """Ask for a picture as often as Zalo does; return the statuses and what came last."""
        self._session = self._session or aiohttp.ClientSession(timeout=_PATIENCE)
        statuses, data = [], b""
        for _ in range(_FETCHES):
            async with self._session.get(url) as response:
                data = await response.read() if response.ok else b""
                kind = response.headers.get("Content-Type", "")
                statuses.append(response.status if kind.startswith("image/") else 415)
        return statuses, data

    async def close(self) -> None:
        """Let go of what is held open."""
        if self._session:
            await self._session.close()
        self._session = None

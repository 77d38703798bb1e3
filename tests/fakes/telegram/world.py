"""Everything the fake knows: people, chats, messages, files, presses, and what bots set."""

import datetime as dt
import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .chats import Chat, Message
from .errors import ApiError, bad
from .files import File, Files
from .updates import Updates
from .watch import Watch
from .webhook import Webhook

BOT = {"id": 7_000_000_001, "is_bot": True, "first_name": "Khéo", "username": "kheo_test_bot"}


@dataclass(slots=True)
class Query:
    """A press of a button: what the bot is told of it, and when it was made."""

    body: dict[str, Any]
    chat: int
    at: dt.datetime


class World:
    """The state that calls read and change."""

    def __init__(
        self, clock: Callable[[], dt.datetime], updates: Updates, webhook: Webhook
    ) -> None:
        self.clock = clock
        self.updates = updates
        self.webhook = webhook
        self.watch = Watch()
        self.files = Files()
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.commands: dict[tuple[str, str], list[dict[str, Any]]] = {}
        self.query_lives = dt.timedelta(seconds=30)
        self._message_ids = itertools.count(101)

    def chat(self, chat_id: int | str) -> Chat:
        """Return a chat the bot may write in; raises ApiError if it may not."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None or not chat.known:
            raise bad("chat not found")
        if chat.blocked:
            raise ApiError(403, "Forbidden: bot was blocked by the user", breach=False)
        return chat

    def write(
        self,
        chat: Chat,
        sender: dict[str, Any],
        content: dict[str, Any],
        *,
        markup: dict[str, Any] | None = None,
        file: File | None = None,
    ) -> Message:
        """Put a new message into a chat and return it."""
        now = self.clock()
        body = {
            "message_id": next(self._message_ids),
            "from": sender,
            "chat": chat.info,
            "date": int(now.timestamp()),
            **content,
        }
        if "inline_keyboard" in (markup or {}):
            body["reply_markup"] = markup
        message = Message(body, now, by_bot=sender is BOT, markup=markup, file=file)
        chat.show(message)
        return message

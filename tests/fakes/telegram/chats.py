"""Chats: what was written in them and what the person sees."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from .bubbles import Bubble, Button, rows
from .files import File


@dataclass(slots=True)
class Message:
    """A message in a chat: the JSON that bots get, and what else a person sees of it."""

    body: dict[str, Any]
    at: dt.datetime
    by_bot: bool
    markup: dict[str, Any] | None = None
    file: File | None = None
    _drawn: tuple[dict[str, Any] | None, list[list[Button]]] | None = None

    @property
    def buttons(self) -> list[list[Button]]:
        """The buttons on or under it; looked at for every bubble on the screen, so drawn once."""
        if self._drawn is None or self._drawn[0] is not self.markup:
            self._drawn = self.markup, rows(self.markup)
        return self._drawn[1]


@dataclass(slots=True)
class Chat:
    """One chat of the bot; unknown to it until somebody has written there."""

    info: dict[str, Any]
    known: bool = False
    blocked: bool = False
    messages: dict[int, Message] = field(default_factory=dict)
    keyboard: list[list[Button]] = field(default_factory=list)
    read: int = 0

    @property
    def id(self) -> int:
        """The chat_id."""
        return int(self.info["id"])

    @property
    def bubbles(self) -> list[Bubble]:
        """The messages of the bot, oldest first."""
        return self.bubbles_after(0)

    def bubbles_after(self, count: int) -> list[Bubble]:
        """Return the messages of the bot but for the first `count`, oldest first."""
        written = (message for message in self.messages.values() if message.by_bot)
        return [_bubble(message) for message in islice(written, count, None)]

    def newest_bubbles(self) -> Iterator[Bubble]:
        """Yield the messages of the bot, newest first."""
        written = reversed(self.messages.values())
        return (_bubble(message) for message in written if message.by_bot)

    def show(self, message: Message) -> None:
        """Put a message into the chat, and its reply keyboard under it."""
        self.messages[message.body["message_id"]] = message
        markup = message.markup or {}
        if "keyboard" in markup:
            self.keyboard = rows(markup)
        elif "remove_keyboard" in markup:
            self.keyboard = []


def _bubble(message: Message) -> Bubble:
    body, file = message.body, message.file
    return Bubble(
        chat_id=body["chat"]["id"],
        message_id=body["message_id"],
        text=body.get("text", body.get("caption", "")),
        buttons=message.buttons,
        inline="reply_markup" in body,
        edited="edit_date" in body,
        photo="photo" in body,
        document="document" in body,
        file_name=file.name if file else "",
        file=file.data if file else b"",
        at=message.at,
    )

"""What an update brings: something said, a call from a group, or nothing."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from bot.channels import Incoming
from bot.channels.zalo.content import parts_of, word

_PRIVATE = "PRIVATE"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Somebody calls the bot in a group, where it does not talk."""

    chat: str


Arrival: TypeAlias = Incoming | Elsewhere


def parse(body: Mapping[str, Any], *, bot: str, now: int) -> tuple[Arrival, ...]:
    """Return what an update brings, in order: nothing, one thing, or a photo and its caption.

    The body is the update itself or an answer of the API that holds it; `now` is UTC milliseconds,
    which nothing is later than.
    """
    update = _unwrapped(body)
    message, event = _mapping(update.get("message")), word(update.get("event_name"))
    chat, sender = _mapping(message.get("chat")), _mapping(message.get("from"))
    where = word(chat.get("id"))
    if not where or sender.get("is_bot") is True or not _is_said(event):
        return ()
    if not _is_private(chat, sender):
        return (Elsewhere(where),)
    at = _at(message.get("date"), now)
    number = word(message.get("message_id")) or _made_up(message, at)
    return tuple(
        Incoming("zalo", bot, where, external, said, at, picture=picture)
        for external, said, picture in parts_of(message, event=event, number=number)
    )


def _unwrapped(body: Mapping[str, Any]) -> Mapping[str, Any]:
    inner = body.get("result")
    return inner if body.get("ok") is True and isinstance(inner, Mapping) else body


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _is_said(event: str) -> bool:
    """Return whether an event is a message; to whatever else there may be no answer is awaited."""
    return not event or event.startswith("message.")


def _is_private(chat: Mapping[str, Any], sender: Mapping[str, Any]) -> bool:
    """Return whether nobody else reads along; a chat of unknown kind is one only with oneself."""
    kind = word(chat.get("chat_type")).upper()
    return kind == _PRIVATE or (not kind and word(chat.get("id")) == word(sender.get("id")))


def _made_up(message: Mapping[str, Any], at: int) -> str:
    """Return an id for a message without one: the same message once more has the same."""
    told = [str(at), *(word(message.get(name)) for name in ("text", "caption", "photo_url"))]
    return hashlib.sha256("\0".join(told).encode()).hexdigest()[:20]


def _at(date: object, now: int) -> int:
    if not isinstance(date, int) or isinstance(date, bool) or date <= 0:
        return now
    return min(date, now)

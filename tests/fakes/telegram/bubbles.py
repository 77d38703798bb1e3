"""Messages of the bot as a person sees them on the screen."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

_LOOKS = {"text", "icon_custom_emoji_id", "style"}


@dataclass(frozen=True, slots=True)
class Button:
    """A button: what is on it, what it carries, and which action it has.

    `kind` is the field that makes it act (callback_data, url, request_contact …), or "text" for one
    that says its label.
    """

    label: str
    data: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """A message of the bot as it looked when asked for.

    `at` is when it came, in UTC; `inline` tells whether the buttons are on the bubble itself.
    """

    chat_id: int
    message_id: int
    text: str
    buttons: list[list[Button]]
    inline: bool
    edited: bool
    photo: bool
    document: bool
    file_name: str
    file: bytes
    at: dt.datetime


def rows(markup: dict[str, Any] | None) -> list[list[Button]]:
    """Return the buttons of an inline or a reply keyboard."""
    told = markup or {}
    found = told.get("inline_keyboard") or told.get("keyboard") or []
    return [[_button(button) for button in row] for row in found]


def _button(button: dict[str, Any]) -> Button:
    kind = next(iter(button.keys() - _LOOKS), "text")
    data = button.get(kind, "")
    return Button(button["text"], data if isinstance(data, str) else "", kind)

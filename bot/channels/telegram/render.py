"""A bubble as calls of the Bot API."""

from dataclasses import dataclass
from typing import Any

from bot.channels import Outgoing
from bot.channels.cutting import parts, shortened, units
from conversations.say import Option, Say, SentFile

MOST = 4096
MOST_ON_BUTTON = 64
MOST_UNDER_FILE = 1024
NO_PREVIEW = {"is_disabled": True}


@dataclass(frozen=True, slots=True)
class Call:
    """The parameters of a sendMessage, or of a sendDocument where there is a file."""

    params: dict[str, Any]
    file: SentFile | None = None


def render(outgoing: Outgoing) -> list[Call]:
    """Return the calls in order: one, or more where the text is too long for one.

    Plain text without markup, so nothing needs escaping; the buttons are on the last. A text too
    long to stand under the file goes before it.
    """
    say, chat = outgoing.say, {"chat_id": int(outgoing.chat)}
    calls = (
        [] if _fits_under_file(say) else [_message(chat, text) for text in parts(say.text, MOST)]
    )
    if say.file:
        caption = {"caption": say.text} if _fits_under_file(say) else {}
        calls.append(Call({**chat, **caption}, say.file))
    if say.wants == "phone":
        calls[-1].params["reply_markup"] = _phone_keyboard(say)
    elif say.rows:
        rows = [[_button(option) for option in row] for row in say.rows]
        calls[-1].params["reply_markup"] = {"inline_keyboard": rows}
    return calls


def _fits_under_file(say: Say) -> bool:
    return say.file is not None and units(say.text) <= MOST_UNDER_FILE


def _message(chat: dict[str, Any], text: str) -> Call:
    return Call({**chat, "text": text, "link_preview_options": NO_PREVIEW})


def _phone_keyboard(say: Say) -> dict[str, Any]:
    """Return the button by which Telegram itself hands over, and vouches for, a person's number."""
    rows = [[{"text": o.label, "request_contact": True} for o in row] for row in say.rows]
    return {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}


def _button(option: Option) -> dict[str, str]:
    return {"text": shortened(option.label, MOST_ON_BUTTON), "callback_data": option.data}

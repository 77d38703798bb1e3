"""A bubble as calls of sendMessage."""

from typing import Any

from bot.channels import Outgoing
from bot.channels.telegram.cutting import parts, shortened
from conversations.say import Option

MOST_ON_BUTTON = 64
NO_PREVIEW = {"is_disabled": True}


def render(outgoing: Outgoing) -> list[dict[str, Any]]:
    """Return the parameters of each sendMessage: one, or more where the text is too long for one.

    Plain text without markup, so nothing needs escaping; the buttons are on the last.
    """
    say = outgoing.say
    calls: list[dict[str, Any]] = [
        {"chat_id": int(outgoing.chat), "text": text, "link_preview_options": NO_PREVIEW}
        for text in parts(say.text)
    ]
    if say.rows:
        rows = [[_button(option) for option in row] for row in say.rows]
        calls[-1]["reply_markup"] = {"inline_keyboard": rows}
    return calls


def _button(option: Option) -> dict[str, str]:
    return {"text": shortened(option.label, MOST_ON_BUTTON), "callback_data": option.data}

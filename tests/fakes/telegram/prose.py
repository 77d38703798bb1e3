"""Rules of the Bot API that its schema tells in prose only."""

import re
from collections.abc import Callable
from typing import Any

from .errors import bad

_LOOKS = {"text", "icon_custom_emoji_id", "style"}
_MOST_BUTTONS = 100


def _one_action(button: dict[str, Any], where: str) -> None:
    actions = button.keys() - _LOOKS
    if len(actions) != 1:
        raise bad(f"{where} has {len(actions)} actions, an inline button has exactly one")
    _labelled(button, where)


def _one_request(button: dict[str, Any], where: str) -> None:
    if len(button.keys() - _LOOKS) > 1:
        raise bad(f"{where} asks for several things, a keyboard button asks for one at most")
    _labelled(button, where)


def _labelled(button: dict[str, Any], where: str) -> None:
    if not button["text"].strip():
        raise bad(f"{where} has no text")


def _few_buttons(markup: dict[str, Any], where: str) -> None:
    if sum(map(len, markup["inline_keyboard"])) > _MOST_BUTTONS:
        raise bad(f"reply markup is too long: {where} has more than {_MOST_BUTTONS} buttons")


def _command_name(command: dict[str, Any], where: str) -> None:
    if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
        raise bad(f"BOT_COMMAND_INVALID: {where} is not made of a-z, 0-9 and _")


def _webhook(call: dict[str, Any], _where: str) -> None:
    if not re.fullmatch(r"[A-Za-z0-9_-]*", call.get("secret_token", "")):
        raise bad("secret token contains unallowed characters")
    # Telegram itself insists on HTTPS; a bot under test listens on this machine.
    allowed = (
        r"(https://[^/:]+(:(443|80|88|8443))?(/.*)?|https?://(127\.0\.0\.1|localhost):\d+(/.*)?)"
    )
    if call["url"] and not re.fullmatch(allowed, call["url"]):
        raise bad("bad webhook: an HTTPS URL on port 80, 88, 443 or 8443 must be provided")


def _language(call: dict[str, Any], _where: str) -> None:
    if not re.fullmatch(r"([a-z]{2})?", call.get("language_code", "")):
        raise bad("invalid language code specified")


def _message_named(call: dict[str, Any], _where: str) -> None:
    if "inline_message_id" in call:
        raise bad("inline messages are not sent by this bot")
    if not {"chat_id", "message_id"} <= call.keys():
        raise bad("message identifier is not specified")


def _text_given(call: dict[str, Any], where: str) -> None:
    _message_named(call, where)
    if "text" not in call:
        raise bad("message text is empty")


RULES: dict[str, Callable[[dict[str, Any], str], None]] = {
    "InlineKeyboardButton": _one_action,
    "InlineKeyboardMarkup": _few_buttons,
    "KeyboardButton": _one_request,
    "BotCommand": _command_name,
    "setWebhook": _webhook,
    "setMyCommands": _language,
    "editMessageText": _text_given,
    "editMessageReplyMarkup": _message_named,
}

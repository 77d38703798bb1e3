"""Which function carries out which method."""

from collections.abc import Awaitable, Callable
from typing import Any

from . import answering, receiving, sending
from .contract import METHODS
from .errors import ApiError
from .world import World

_CARRIED_OUT: dict[str, Callable[[World, dict[str, Any]], Awaitable[Any]]] = {
    "getMe": answering.get_me,
    "answerCallbackQuery": answering.answer_callback_query,
    "sendChatAction": answering.send_chat_action,
    "getFile": answering.get_file,
    "setMyCommands": answering.set_my_commands,
    "getUpdates": receiving.get_updates,
    "setWebhook": receiving.set_webhook,
    "deleteWebhook": receiving.delete_webhook,
    "getWebhookInfo": receiving.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "editMessageText": sending.edit_message_text,
    "editMessageReplyMarkup": sending.edit_message_reply_markup,
}
_NAMES = {name.lower(): name for name in METHODS}


def spelled(method: str) -> str:
    """Return a method's name as documented, whatever its case; raises ApiError (404) if unknown."""
    if method.lower() not in _NAMES:
        raise ApiError(404, "Not Found: method not found")
    return _NAMES[method.lower()]


async def carry_out(world: World, method: str, call: dict[str, Any]) -> Any:
    """Do what a checked call asks for and return its result; raises ApiError."""
    return await _CARRIED_OUT[method](world, call)

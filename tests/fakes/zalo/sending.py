"""The methods by which a bot says something."""

import re
from typing import Any

import aiohttp

from tests.fakes.telegram.entities import units
from tests.fakes.telegram.errors import ApiError

from .bots import Bot
from .chats import Bubble, Chat
from .errors import bad
from .world import World

_LONGEST = 2000
_MODES = {"markdown", "html"}
_LINK = re.compile(r"https?://[^/\s]+(/\S*)?")
_FETCHED = 200


async def send_message(world: World, bot: Bot, call: dict[str, Any]) -> dict[str, Any]:
    """Write a text."""
    chat = chat_of(world, bot, call)
    text = _text(call, "text")
    mode = call.get("parse_mode")
    if mode is not None and mode not in _MODES:
        raise bad("parse_mode is invalid")
    return await _say(world, bot, chat, Bubble(id=world.new_id(), text=text, at=world.clock()))


async def send_photo(world: World, bot: Bot, call: dict[str, Any]) -> dict[str, Any]:
    """Show a picture that is somewhere in public."""
    chat = chat_of(world, bot, call)
    photo = call.get("photo")
    if not photo:
        raise ApiError(400, "The photo must not be empty")
    if not isinstance(photo, str) or not photo.startswith(("http://", "https://")):
        raise ApiError(400, "The photo must start with http:// or https://")
    if not _LINK.fullmatch(photo):
        raise ApiError(400, "The photo URL is invalid")
    caption = _text(call, "caption") if call.get("caption") else ""
    bubble = Bubble(
        id=world.new_id(),
        text=caption,
        at=world.clock(),
        kind="photo",
        photo=photo,
        data=await _fetched(world, photo),
    )
    return await _say(world, bot, chat, bubble)


async def send_sticker(world: World, bot: Bot, call: dict[str, Any]) -> dict[str, Any]:
    """Show a sticker."""
    chat = chat_of(world, bot, call)
    if not call.get("sticker"):
        raise bad("The sticker must not be empty")
    bubble = Bubble(id=world.new_id(), text="", at=world.clock(), kind="sticker")
    return await _say(world, bot, chat, bubble)


async def send_voice(world: World, bot: Bot, call: dict[str, Any]) -> dict[str, Any]:
    """Play a voice; in a group it is taken and never delivered."""
    chat = chat_of(world, bot, call)
    if not str(call.get("voice_url", "")).endswith(".aac"):
        raise bad("The voice_url must end with .aac")
    bubble = Bubble(id=world.new_id(), text="", at=world.clock(), kind="voice")
    return await _say(world, bot, chat, bubble, arrives=chat.kind == "PRIVATE")


async def send_chat_action(world: World, bot: Bot, call: dict[str, Any]) -> None:
    """Show that the bot writes."""
    chat = chat_of(world, bot, call)
    if call.get("action") != "typing":
        raise bad("The action is invalid")
    chat.typing += 1


def chat_of(world: World, bot: Bot, call: dict[str, Any]) -> Chat:
    """Return the chat a call is about. Raises ApiError if the bot may not write there."""
    if not call.get("chat_id"):
        raise bad("The chat_id must not be empty")
    chat = bot.chats.get(str(call["chat_id"]))
    if chat is None or not chat.known:
        raise ApiError(world.unknown_chat, "Bad request: The chat_id is invalid")
    return chat


def _text(call: dict[str, Any], name: str) -> str:
    text = call.get(name)
    if not isinstance(text, str) or not text.strip():
        raise bad(f"The {name} must not be empty")
    if units(text) > _LONGEST:
        raise bad(f"The {name} must not be longer than {_LONGEST} characters")
    return text


async def _fetched(world: World, photo: str) -> bytes:
    try:
        statuses, data = await world.fetch(photo)
    except (aiohttp.ClientError, TimeoutError):
        raise ApiError(400, "The photo URL is invalid", breach=False) from None
    if statuses[0] != _FETCHED:
        raise ApiError(400, "The photo URL is invalid")
    if set(statuses) != {_FETCHED}:  # it is sent all the same, and is black
        world.complaints.append(f"sendPhoto: the picture could be fetched once only: {statuses}")
    return data


async def _say(
    world: World, bot: Bot, chat: Chat, bubble: Bubble, *, arrives: bool = True
) -> dict[str, Any]:
    bot.meter.spend(chat.id)
    if arrives:
        chat.bubbles.append(bubble)
        await world.watch.changed()
    return {"message_id": bubble.id, "date": world.millis}

"""The methods that say who the bot is, answer presses, find files and set commands."""

import json
from typing import Any

from .errors import bad, missed
from .files import described
from .world import BOT, World

_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def get_me(_world: World, _call: dict[str, Any]) -> dict[str, Any]:
    """Say who the bot is."""
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return {**BOT, **abilities}


async def answer_callback_query(world: World, call: dict[str, Any]) -> bool:
    """Answer a press, as often as the bot likes, while it is young enough."""
    query = world.queries.get(call["callback_query_id"])
    if query is None:
        raise bad(_TOO_OLD)
    if world.clock() - query.at > world.query_lives:
        raise missed(_TOO_OLD)
    return True


async def send_chat_action(world: World, call: dict[str, Any]) -> bool:
    """Show that the bot is busy."""
    world.chat(call["chat_id"])
    return True


async def get_file(world: World, call: dict[str, Any]) -> dict[str, Any]:
    """Say where a file can be downloaded."""
    return described(world.files.get(call["file_id"]))


async def set_my_commands(world: World, call: dict[str, Any]) -> bool:
    """Set the commands of a scope and a language."""
    scope = call.get("scope", {"type": "default"})
    if "chat_id" in scope:
        world.chat(scope["chat_id"])
    key = (json.dumps(scope, sort_keys=True), call.get("language_code", ""))
    world.commands[key] = call["commands"]
    return True

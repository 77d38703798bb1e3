"""The methods by which a bot learns who it is and what is said to it."""

from collections.abc import Callable
from typing import Any

from tests.fakes.telegram.errors import ApiError

from .bots import Bot
from .errors import bad, told
from .feed import Update
from .webhook import Hooking, reachable
from .world import World

_SECRET = range(8, 257)
_WHILE_POSTED = "You cannot use this API while a webhook is set. Please remove the webhook first"


async def get_me(_: World, bot: Bot, _call: dict[str, Any], _how: Hooking) -> dict[str, Any]:
    """Say who the bot is."""
    return {
        "id": bot.id,
        "account_name": bot.account,
        "account_type": "BASIC",
        "can_join_groups": False,
        "display_name": bot.name,
    }


async def get_update(
    bot: Bot, call: dict[str, Any], *, longest: float, alive: Callable[[], bool]
) -> Update:
    """Hand out one update. Raises ApiError: 408 if none came, 400 while they are posted."""
    try:
        wait = float(call.get("timeout", 30))
    except (TypeError, ValueError):
        raise bad("timeout is invalid") from None
    refused = ApiError(400, _WHILE_POSTED, breach=False)
    if bot.webhook.url:
        raise refused
    update = await bot.feed.fetch(min(wait, longest), alive=alive)
    if update is None:
        raise refused if bot.webhook.url else told(408)
    return update


async def set_webhook(world: World, bot: Bot, call: dict[str, Any], how: Hooking) -> dict[str, Any]:
    """Have updates posted from now on, and try it: kept even if the trial fails.

    What was not fetched by then is forgotten, as far as anybody knows.
    """
    url = str(call.get("url") or "")
    if not reachable(url, loopback=how.loopback):
        raise bad("The url is invalid")
    if len(str(call.get("secret_token") or "")) not in _SECRET:
        raise bad("The secret_token must be 8 to 256 characters long")
    _count(bot, how)
    bot.feed.drop()
    await bot.webhook.point(url, str(call["secret_token"]), at=world.millis)
    return {"url": url, "updated_at": world.millis, "verification": await bot.webhook.probe()}


async def try_webhook(_: World, bot: Bot, _call: dict[str, Any], how: Hooking) -> dict[str, Any]:
    """Try it once more."""
    if not bot.webhook.url:
        raise told(404)
    _count(bot, how)
    return await bot.webhook.probe()


async def get_webhook_info(
    _: World, bot: Bot, _call: dict[str, Any], _how: Hooking
) -> dict[str, Any]:
    """Say where updates are posted. Raises ApiError (404) if they are not."""
    if not bot.webhook.url:
        raise told(404)
    return {"url": bot.webhook.url, "updated_at": bot.webhook.updated_at}


async def delete_webhook(
    world: World, bot: Bot, _call: dict[str, Any], how: Hooking
) -> dict[str, Any]:
    """Have updates posted no longer; refused, as a rule, where they never were."""
    if how.strict and not bot.webhook.url:
        raise told(400)
    await bot.webhook.point("", "", at=world.millis)
    return {"url": "", "updated_at": world.millis}


def _count(bot: Bot, how: Hooking) -> None:
    bot.tests += 1
    if bot.tests > how.tests:
        raise told(426)

"""The methods by which the bot gets updates: fetching them, or having them posted."""

from typing import Any

from .errors import conflict
from .webhook import Hook
from .world import World

_WHILE_POSTED = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
_LONGEST_WAIT = 50


async def get_updates(world: World, call: dict[str, Any]) -> list[dict[str, Any]]:
    """Hand out pending updates, waiting for the first one if asked to."""
    if world.webhook.hook.url:
        raise conflict(_WHILE_POSTED)
    world.updates.allow(call.get("allowed_updates"))
    world.updates.confirm_before(call.get("offset", 0))
    await world.watch.changed()
    wait = min(call.get("timeout", 0), _LONGEST_WAIT)
    ready = await world.updates.fetch(limit=call.get("limit", 100), wait=wait)
    return [update.body for update in ready]


async def set_webhook(world: World, call: dict[str, Any]) -> bool:
    """Have updates posted to a URL, or no longer if it is empty."""
    if call.get("drop_pending_updates"):
        world.updates.forget_all()
    if call["url"]:
        world.updates.release(conflict("terminated by setWebhook request"))
    world.updates.allow(call.get("allowed_updates"))
    hook = Hook(
        url=call["url"],
        secret=call.get("secret_token", ""),
        connections=call.get("max_connections", Hook().connections),
    )
    await world.webhook.point(hook)
    return True


async def delete_webhook(world: World, call: dict[str, Any]) -> bool:
    """Have updates posted no longer."""
    return await set_webhook(world, {**call, "url": ""})


async def get_webhook_info(world: World, _call: dict[str, Any]) -> dict[str, Any]:
    """Say where updates are posted and how many wait."""
    hook, error = world.webhook.hook, world.webhook.last_error
    info = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
        "allowed_updates": sorted(world.updates.allowed),
    }
    if hook.url:
        info["max_connections"] = hook.connections
    if error:
        info |= {"last_error_message": error, "last_error_date": int(world.clock().timestamp())}
    return info

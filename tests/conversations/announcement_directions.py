"""What stands in brackets in a transcript about announcements: the minutes until they go."""

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from conversations.say import Say
from tests.bot.remind.announced import plan

if TYPE_CHECKING:
    from tests.conversations.stage import Stage

_MINUTE = 60_000


async def _minutes(stage: "Stage", _who: str, minutes: str) -> list[Say]:
    stage.world.clock.ms += int(minutes) * _MINUTE
    await plan(stage.world)
    return []


ANNOUNCING: Mapping[str, Callable[..., Awaitable[Any]]] = {r"(\d+) phút sau": _minutes}

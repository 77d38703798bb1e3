"""What stands in brackets in a transcript about deadlines: what the planner tells by itself."""

import datetime as dt
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from bot.remind.sources.deadlines import Deadlines
from bot.remind.sources.drafts import Drafts
from bot.remind.sources.nudges import Nudges
from conversations.say import Say
from tests.bot.remind.planning import planner
from tests.hamlet import ZONE

if TYPE_CHECKING:
    from tests.conversations.stage import Stage


async def _remind(stage: "Stage", who: str, *moment: str) -> list[Say]:
    if moment:
        local = dt.datetime.strptime(moment[0], "%d/%m/%Y %H:%M").replace(tzinfo=ZONE)
        stage.world.clock.ms = int(local.timestamp() * 1000)
    sources = (Deadlines(), Drafts(), Nudges())
    await planner(stage.world, *sources).plan(stage.world.clock.ms)
    return await stage.talk(who).reads()


async def has_zalo(stage: "Stage") -> None:
    """Let Páo have written to a bot on Zalo some time ago, too."""
    async with stage.world.db.writing() as tx:
        await tx.run(
            """INSERT INTO addresses (id, channel, bot, chat, person, state, seen_at, created_at)
               VALUES ('a-zalo', 'zalo', '1459', 'a0c01d', 'pao', 'open', 1, 1)"""
        )


REMINDING: Mapping[str, Callable[..., Awaitable[Any]]] = {
    r"trợ lý nhắc hạn": _remind,
    r"trợ lý nhắc hạn lúc (.+)": _remind,
}

"""Contacts of the hamlet at their chats, and what the planner tells them at a moment."""

import asyncio
from collections.abc import Sequence

from bot.remind.sources.deadlines import Deadlines
from bot.remind.sources.drafts import Drafts
from bot.remind.sources.nudges import Nudges
from conversations.say import Say
from storage.chats import Chat
from storage.database import Database
from tests.bot.remind.planning import planner
from tests.bot.scene import found_says
from tests.hamlet import Hamlet


async def told(world: Hamlet, chat: Chat, moment: str = "") -> list[Say]:
    """Plan at a moment, by two planners at once; return what was said anew at a chat."""
    if moment:
        world.clock.set(moment)
    before = len(await found_says(world.db, chat))
    await asyncio.gather(*(_plan(world) for _ in range(2)))
    return (await found_says(world.db, chat))[before:]


async def _plan(world: Hamlet) -> None:
    await planner(world, Deadlines(), Drafts(), Nudges()).plan(world.clock.ms)


async def why(db: Database, person: str = "pao") -> Sequence[tuple[str, str]]:
    """Return what was decided for somebody: the step, and why nothing was sent."""
    async with db.reading() as tx:
        found = await tx.rows(
            "SELECT step, reason FROM occurrences WHERE person = :person ORDER BY at, due_at",
            {"person": person},
        )
    return [(step, reason) for step, reason in found]

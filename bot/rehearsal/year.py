"""The year itself: from one moment at which something is due to the next."""

from bot.rehearsal.jumping_clock import JumpingClock
from bot.remind.planner import Planner

_A_MINUTE_MS = 60_000


async def go_through(planner: Planner, clock: JumpingClock, *, until: int) -> None:
    """Plan from the clock's moment up to `until` (UTC milliseconds), as the planner asks for."""
    while clock.now < until:
        following = await planner.plan(clock.now)
        clock.now = min(until, max(following, clock.now + _A_MINUTE_MS))

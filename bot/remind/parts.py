"""The parts that say things by themselves, put together with who delivers them."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.bell import Bell
from bot.channels import Channel
from bot.deliver import Deliverer
from bot.metering import Metering
from bot.remind.asking_again import AskingAgain
from bot.remind.clock import PlanningClock
from bot.remind.heart import Heart
from bot.remind.on_time_again import OnTimeAgain
from bot.remind.planner import Planner
from bot.remind.rationing import Rationing
from bot.remind.series import ComingMeetings
from bot.remind.sources import sources
from bot.rerouting import Rerouting
from bot.shell import Shell
from storage.database import Database

AHEAD_MS = 60_000  # it is woken every few seconds, and need not know what comes hours later


@dataclass(frozen=True, slots=True)
class Reminding:
    """What runs of it."""

    db: Database
    shell: Shell
    heart: Heart
    clock: PlanningClock

    async def before_anybody_writes(self) -> None:
        """Note that the bot is back: who wrote meanwhile is told so. Raises Unavailable."""
        await self.heart.beat(self.db, self.shell.clock.now_ms())


def reminding(
    db: Database, shell: Shell, bell: Bell, channels: Mapping[str, Channel]
) -> tuple[Deliverer, Reminding]:
    """Put them together."""
    asked = sources()
    again = AskingAgain(shell, asked, Rationing(shell, Metering(channels, shell.clock)))
    rerouting = Rerouting(shell.ids, shell.clock, bell)
    deliver = Deliverer(
        db, channels, shell.clock, lease=shell.lease, again=again, rerouting=rerouting
    )
    heart = Heart()
    keepers = (heart, ComingMeetings(), OnTimeAgain())
    planner = Planner(db, shell, deliver, bell, asked, keepers, ahead_ms=AHEAD_MS)
    return deliver, Reminding(db, shell, heart, PlanningClock(planner, shell.clock))

"""What messages cost where a channel counts them: noted with what became of rows."""

from collections.abc import Iterable, Mapping
from typing import Any

import structlog

from bot.bug import told
from bot.channels import Channel, Incoming
from bot.clock import Clock
from bot.shell import Shell
from conversations.say import Say
from rules.budget import month_of
from storage import meters
from storage.database import Transaction
from storage.meters import Bot, Use
from storage.outbox import OutboxRow

log = structlog.get_logger()


class Metering:
    """Tells what rows cost on the channels there are."""

    def __init__(self, channels: Mapping[str, Channel], clock: Clock) -> None:
        self._channels = channels
        self._clock = clock

    def messages(self, row: OutboxRow) -> int:
        """Return how many messages a row takes once; none where they are not counted."""
        return self.cost(row.channel, row.say)

    def cost(self, channel: str, say: Mapping[str, Any]) -> int:
        """Return how many messages of a channel a bubble takes, as it is stored."""
        there = self._channels.get(channel)
        if there is None or not there.metered:
            return 0
        try:
            return there.messages(Say.from_json(dict(say)))
        except Exception as bug:  # noqa: BLE001 - of one that cannot be sent nothing else may hang
            log.warning("could not be counted", channel=channel, bug=told(bug))
            return 1

    def tried(self, row: OutboxRow, tries: int, *, at: int, parts: int = 0) -> Use | None:
        """Return what it costs that a row may have arrived so often (at, UTC ms); None for nothing.

        `parts` are messages of it that went where the rest did not.
        """
        each = self.messages(row) if tries or parts else 0
        if not each:
            return None
        month = month_of(self._clock.local(at).date())
        return Use(Bot(row.channel, row.bot), month, sent=each * tries + parts)


async def heard(tx: Transaction, taken: Iterable[Incoming], shell: Shell) -> None:
    """Count what came in and was taken, where a channel counts that."""
    month = month_of(shell.clock.local(shell.clock.now_ms()).date())
    await meters.count(tx, [
        Use(Bot(one.channel, one.bot), month, received=1)
        for one in taken
        if one.channel in shell.plans
    ])  # fmt: skip

"""What of planned rows goes now where a channel counts messages, and what waits for better days."""

from collections.abc import Sequence
from dataclasses import replace

from bot.budgets import budgets
from bot.clock import DAY_MS
from bot.metering import Metering
from bot.remind.fates import Owed
from bot.shell import Shell
from rules.budget import Budget, next_month
from rules.utc_ms import day_begins
from storage import meters
from storage.database import Transaction
from storage.meters import Bot
from storage.outbox import OutboxRow

HOUR_MS = 3_600_000


class Rationing:
    """Holds back what a bot may not say now; `metering` tells what rows cost."""

    def __init__(self, shell: Shell, metering: Metering) -> None:
        self._shell = shell
        self._metering = metering

    async def held(self, tx: Transaction, going: Sequence[Owed], now: int) -> dict[str, int]:
        """Return of rows that would go those that wait, and until when (UTC milliseconds).

        Nobody else decides what these bots may say before this transaction has ended.
        """
        mine = [one for one in going if one.row.channel in self._shell.plans]
        if not mine:
            return {}
        mine.sort(key=lambda one: (one.kind(now) != "urgent", one.row.id))
        left = await budgets(
            tx,
            self._shell,
            bots=[_bot(one) for one in mine],
            metering=self._metering,
            but=[one.row.id for one in mine],
        )
        waiting = [one for one in mine if not self._goes(one, left, now)]
        return {one.row.id: self._until(one, left[_bot(one)], now) for one in waiting}

    async def count(self, tx: Transaction, rows: Sequence[OutboxRow], now: int) -> None:
        """Count rows that may have arrived, as often as they were tried."""
        uses = [self._metering.tried(row, row.doubts, at=now) for row in rows]
        await meters.count(tx, filter(None, uses))

    def _goes(self, one: Owed, left: dict[Bot, Budget], now: int) -> bool:
        """Return whether a row may go, and then count it."""
        bot, cost = _bot(one), self._metering.messages(one.written.row)
        budget, kind = left[bot], one.kind(now)
        if budget.meter.spent_at and len(one.reader.chats) > 1:
            return True  # who can be told elsewhere is: delivery finds the way
        spent = bool(budget.meter.spent_at)
        goes = budget.may_try(kind, cost, now=now) if spent else budget.may_say(kind, cost)
        if goes:
            left[bot] = replace(budget, under_way=budget.under_way + cost)
        return goes

    def _until(self, one: Owed, budget: Budget, now: int) -> int:
        """Return when to ask again (UTC milliseconds): a day later, in the new month at the latest.

        Sooner where something of it is of no use by then, or the channel may take more by then.
        """
        again = HOUR_MS if budget.meter.spent_at else DAY_MS
        month_ends = day_begins(next_month(budget.day), self._shell.clock.zone)
        return min(now + again, month_ends, *(due.until for due in one.dues))


def _bot(one: Owed) -> Bot:
    return Bot(one.row.channel, one.row.bot)

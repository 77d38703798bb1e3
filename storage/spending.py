"""Bots that have used most of their month."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from rules.budget import HELD, WARNS, Plan, next_month
from rules.spending import Spending, SpendingOf
from storage import bots, meters
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction
from storage.meters import Bot

_Asked: TypeAlias = Sequence[tuple[str, Any]]


async def spending(
    tx: Transaction, plans: Mapping[str, Plan], day: dt.date
) -> tuple[Spending, ...]:
    """Return the bots that have used most of the month a local day is in; `plans` by channel."""
    stand = await meters.standing(tx, plans, day)
    most = {bot: budget for bot, budget in stand.items() if budget.percent >= WARNS}
    if not most:
        return ()
    names = {
        Bot(one.channel, one.bot): one.name
        for channel in sorted(plans)
        for one in await bots.of_channel(tx, channel)
    }
    held = await _held(tx)
    return tuple(
        Spending(
            *bot,
            names.get(bot, ""),
            budget.used,
            budget.plan.messages,
            held.get(bot, 0),
            bool(budget.meter.spent_at),
            next_month(day),
            not budget.may_say("urgent", 1),
        )
        for bot, budget in most.items()
    )


async def _held(tx: Transaction) -> dict[Bot, int]:
    """Return how many messages wait; that which tells of it is none of them."""
    found = await tx.rows(
        """SELECT channel, bot, count(*) FROM outbox o
           WHERE settled_at = 0 AND state = 'pending' AND error = :held AND NOT EXISTS (
               SELECT 1 FROM occurrences n
               WHERE n.outbox <> '' AND n.outbox = o.id AND substr(n.rule, 1, 9) = 'spending:')
           GROUP BY channel, bot""",
        {"held": HELD},
    )
    return {Bot(*row[:2]): row[2] for row in found}


async def _spending(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    found = await spending(tx, around.plans, around.local(around.now).date())
    return [found] * len(asked)


ANSWERED: Mapping[type, Answered] = {SpendingOf: _spending}

"""What bots have said and heard in a month, where their channel counts."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson

from rules.budget import Budget, Meter, Plan, month_of
from storage.database import Transaction


class Bot(NamedTuple):
    """A bot as its channel names it."""

    channel: str
    bot: str


@dataclass(frozen=True, slots=True)
class Use:
    """Messages that count to a local month ("2027-03") of a bot."""

    bot: Bot
    month: str
    sent: int = 0
    received: int = 0


async def count(tx: Transaction, uses: Iterable[Use]) -> None:
    """Add what was said and heard; who can say something again has something left."""
    summed: dict[tuple[str, str, str], list[int]] = {}
    for use in uses:
        sums = summed.setdefault((*use.bot, use.month), [0, 0])
        sums[0] += use.sent
        sums[1] += use.received
    await tx.run(
        """INSERT INTO meters (channel, bot, month, sent, received, spent_at) VALUES :rows
           ON CONFLICT (channel, bot, month) DO UPDATE SET
               sent = meters.sent + excluded.sent,
               received = meters.received + excluded.received,
               spent_at = CASE excluded.sent WHEN 0 THEN meters.spent_at ELSE 0 END""",
        # in one order, so that replicas wait for each other, not in a ring
        {
            "rows": [
                (channel, bot, month, sent, received, 0)
                for (channel, bot, month), (sent, received) in sorted(summed.items())
            ]
        },
    )


async def spend(tx: Transaction, *, bot: Bot, month: str, at: int) -> None:
    """Note that a channel took nothing more of a bot this month when it was last asked (UTC ms)."""
    await tx.run(
        """INSERT INTO meters (channel, bot, month, sent, received, spent_at) VALUES :rows
           ON CONFLICT (channel, bot, month) DO UPDATE SET spent_at = excluded.spent_at""",
        {"rows": [(*bot, month, 0, 0, at)]},
    )


async def lock(tx: Transaction, bots: Iterable[Bot], month: str) -> None:
    """Let nobody else decide what these bots may say before this transaction has."""
    rows = [(*bot, month, 0, 0, 0) for bot in sorted(set(bots))]
    await tx.run(
        """INSERT INTO meters (channel, bot, month, sent, received, spent_at) VALUES :rows
           ON CONFLICT (channel, bot, month) DO UPDATE SET sent = meters.sent""",
        {"rows": rows},
    )


async def of_month(tx: Transaction, month: str, channels: Iterable[str]) -> dict[Bot, Meter]:
    """Return the meters of channels in a month, by bot."""
    found = await tx.rows(
        """SELECT channel, bot, sent, received, spent_at FROM meters
           WHERE month = :month AND channel IN :channels ORDER BY channel, bot""",
        {"month": month, "channels": sorted(channels)},
    )
    return {Bot(*row[:2]): Meter(*row[2:]) for row in found}


async def people_at(tx: Transaction, channels: Iterable[str]) -> dict[Bot, int]:
    """Return how many people each bot of channels has, who have not closed the chat."""
    found = await tx.rows(
        """SELECT channel, bot, count(*) FROM addresses
           WHERE state = 'open' AND channel IN :channels GROUP BY channel, bot""",
        {"channels": sorted(channels)},
    )
    return {Bot(*row[:2]): row[2] for row in found}


async def standing(tx: Transaction, plans: Mapping[str, Plan], day: dt.date) -> dict[Bot, Budget]:
    """Return how each bot stands on a local day that has people or has said something that month.

    `plans` by channel: of others nothing is counted.
    """
    if not plans:
        return {}
    counted, people = await of_month(tx, month_of(day), plans), await people_at(tx, plans)
    return {
        bot: Budget(plans[bot.channel], counted.get(bot, Meter()), people.get(bot, 0), day)
        for bot in sorted({*counted, *people})
    }


async def under_way(
    tx: Transaction, channels: Iterable[str], *, but: Sequence[str]
) -> list[tuple[Bot, Mapping[str, Any], int]]:
    """Return what is not counted yet, and how often it may have been said.

    What is being said just now counts once but for some rows, what may have arrived each time.
    """
    found = await tx.rows(
        """SELECT channel, bot, say,
                  doubts + CASE WHEN state = 'sending' AND id NOT IN :but THEN 1 ELSE 0 END
           FROM outbox
           WHERE settled_at = 0 AND channel IN :channels
             AND (state = 'sending' OR state = 'pending' AND doubts > 0)""",
        {"channels": sorted(channels), "but": but},
    )
    return [(Bot(*row[:2]), orjson.loads(row[2]), row[3]) for row in found if row[3]]

"""How the bots of channels that count messages stand just now."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.metering import Metering
from bot.shell import Shell
from rules.budget import Budget, month_of
from storage import meters
from storage.database import Transaction
from storage.meters import Bot


async def budgets(
    tx: Transaction,
    shell: Shell,
    *,
    bots: Collection[Bot],
    metering: Metering,
    but: Sequence[str],
) -> dict[Bot, Budget]:
    """Return how bots stand, with all that is being said but some rows; others have to wait."""
    day = shell.clock.local(shell.clock.now_ms()).date()
    await meters.lock(tx, bots, month_of(day))
    left = await meters.standing(tx, shell.plans, day)
    for bot, cost in await _uncounted(tx, shell, metering=metering, but=but):
        if bot in left:
            left[bot] = replace(left[bot], under_way=left[bot].under_way + cost)
    return left


async def _uncounted(
    tx: Transaction, shell: Shell, *, metering: Metering, but: Sequence[str]
) -> list[tuple[Bot, int]]:
    found = await meters.under_way(tx, shell.plans, but=but)
    return [(bot, metering.cost(bot.channel, say) * tries) for bot, say, tries in found]

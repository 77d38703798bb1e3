"""How much of what Zalo allows our bots is used, and whether messages wait on the disk."""

from collections.abc import AsyncIterator, Iterator

from bot.clock import Clock
from bot.doctor.finding import Finding
from bot.plans import plans
from bot.settings import Settings
from rules.budget import WARNS, Budget, Meter, month_of
from storage import bots, meters
from storage.database import Database, open_database
from storage.health import examine as ask
from storage.meters import Bot

_CHANNEL = "zalo"


async def examine(settings: Settings, clock: Clock) -> AsyncIterator[Finding]:
    """Yield how many people and messages each bot has; nothing while there is no database."""
    if not settings.zalo_tokens:
        return
    for finding in _spooled(settings):
        yield finding
    for budget, name in await _budgets(settings, clock):
        yield _used(budget, name)


def _spooled(settings: Settings) -> Iterator[Finding]:
    from bot.channels.zalo.spool import SPOOL  # noqa: PLC0415 - without a token nobody needs it

    if count := sum(1 for _ in (settings.data / SPOOL).glob("*/[0-9]*.json")):
        told = f"Messages from Zalo that wait on the disk for the database: {count}; none is lost."
        yield Finding("know", told)


async def _budgets(settings: Settings, clock: Clock) -> list[tuple[Budget, str]]:
    """Return how each bot stands, with its name; none from a database that is not as we want it."""
    file = settings.sqlite_file
    if file and not file.exists():
        return []
    try:
        database = await open_database(settings.database_url.reveal(), beside=True)
    except Exception:  # noqa: BLE001 - whatever a driver says was told of before
        return []
    try:
        return await _asked(database, settings, clock)
    finally:
        await database.close()


async def _asked(database: Database, settings: Settings, clock: Clock) -> list[tuple[Budget, str]]:
    today = clock.local(clock.now_ms()).date()
    async with database.reading() as tx:
        health = await ask(tx)
        if health.step != health.newest:
            return []
        used = await meters.of_month(tx, month_of(today), [_CHANNEL])
        people = await meters.people_at(tx, [_CHANNEL])
        names = {known.bot: known.name for known in await bots.of_channel(tx, _CHANNEL)}
    plan = plans(settings)[_CHANNEL]
    ours = [Bot(_CHANNEL, token.reveal().partition(":")[0]) for token in settings.zalo_tokens]
    return [
        (
            Budget(plan, used.get(bot, Meter()), people.get(bot, 0), today),
            names.get(bot.bot) or f"Bot {bot.bot}",
        )
        for bot in ours
    ]


def _used(budget: Budget, name: str) -> Finding:
    plan = budget.plan
    told = (
        f"{name} has {budget.people} of {plan.people} people and has used {budget.used} of "
        f"{plan.messages} messages this month"
    )
    if budget.meter.spent_at:
        return Finding("know", f"{told}; Zalo says that is all; it is tried again at times.")
    if budget.people >= plan.people or budget.percent >= WARNS:
        return Finding("know", f"{told}; another bot would make room (KHEO_ZALO_TOKENS).")
    return Finding("right", f"{told}.")

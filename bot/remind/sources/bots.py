"""Offices are told once of a bot that can send nothing any more, and of whom to call."""

from bot.clock import DAY_MS
from bot.remind.source import Moment
from bot.remind.sources.to_offices import ToOffices
from rules.bots_lost import BotLost
from rules.occurrences import Due, Key
from storage import bots_lost
from storage.bots import KnownBot
from storage.database import Transaction

AFTER_MS = 120_000  # who has just been given a new token may be starting again
OF_USE_MS = 14 * DAY_MS


def _called(bot: KnownBot) -> str:
    return f"{bot.channel}:{bot.bot}:{bot.refused_at}"


def _span(bot: KnownBot) -> tuple[int, int]:
    return bot.refused_at + AFTER_MS, bot.refused_at + OF_USE_MS


async def _told(tx: Transaction, bot: KnownBot, key: Key, moment: Moment) -> Due:
    today = moment.local.date().isoformat()
    facts = BotLost(
        bot.channel,
        bot.name,
        moment.shell.clock.local(bot.refused_at),
        await bots_lost.how_many(tx, bot),
        await bots_lost.only_there(tx, bot, key.subject, today=today),
    )
    first, until = _span(bot)
    return Due(
        key,
        key.subject,
        "",
        "bot",
        until=until,
        facts=facts,
        at=first,
        joins=False,
        news=True,
    )


BOTS_LOST = ToOffices("bot:", bots_lost.lost, _called, _span, _told)

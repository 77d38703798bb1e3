"""Offices are told once of a bot that can send nothing any more, and of whom to call."""

from collections.abc import Sequence

from bot.clock import DAY_MS
from bot.remind.source import Moment
from rules.bots_lost import BotLost
from rules.occurrences import Due, Key
from storage import bots_lost, gaps, occurrences
from storage.bots import Bot
from storage.database import Transaction

RULE = "bot:"
AFTER_MS = 120_000  # who has just been given a new token may be starting again
OF_USE_MS = 14 * DAY_MS


class BotsLost:
    """The source of what is said of such bots."""

    def owns(self, rule: str) -> bool:
        """Return whether a rule is of a bot."""
        return rule.startswith(RULE)

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return what nobody was told of yet."""
        found = [
            bot
            for bot in await bots_lost.lost(tx)
            if bot.refused_at + AFTER_MS <= ahead and moment.now < bot.refused_at + OF_USE_MS
        ]
        if not found:
            return ()
        staff = await gaps.staff(tx, today=moment.local.date().isoformat())
        keys = {_key(bot, person): (bot, person) for bot in found for person in sorted(staff)}
        done = await occurrences.decided(tx, list(keys))
        return [await _due(tx, *keys[key], moment) for key in keys if key not in done]

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return the same as it stands now; a bot that is there again is none of it."""
        lost = {_rule(bot): bot for bot in await bots_lost.lost(tx)}
        staff = await gaps.staff(tx, today=moment.local.date().isoformat())
        return [
            await _due(tx, lost[key.rule], key.subject, moment)
            for key in keys
            if key.rule in lost and key.subject in staff
        ]


def _rule(bot: Bot) -> str:
    return f"{RULE}{bot.channel}:{bot.bot}:{bot.refused_at}"


def _key(bot: Bot, person: str) -> Key:
    return Key(_rule(bot), person, "1", "told")


async def _due(tx: Transaction, bot: Bot, person: str, moment: Moment) -> Due:
    facts = BotLost(
        bot.channel,
        bot.name,
        moment.shell.clock.local(bot.refused_at),
        await bots_lost.how_many(tx, bot),
        await bots_lost.only_there(tx, bot, person, today=moment.local.date().isoformat()),
    )
    return Due(
        _key(bot, person),
        person,
        "",
        "bot",
        until=bot.refused_at + OF_USE_MS,
        facts=facts,
        at=bot.refused_at + AFTER_MS,
        joins=False,
        news=True,
    )

"""Whom a bot could not answer is told once when it can."""

from bot.clock import DAY_MS
from bot.remind.source import Moment
from bot.remind.sources.few import Few
from rules.budget import month_of
from rules.occurrences import Due, Key
from rules.spending import AnsweringAgain
from storage import meters, unanswered
from storage.database import Transaction
from storage.meters import Bot
from storage.unanswered import LeftOut

RULE = "answering:"
OF_USE_MS = 14 * DAY_MS


async def _dues(tx: Transaction, moment: Moment) -> list[Due]:
    plans = moment.shell.plans
    if not plans:
        return []
    today = moment.local.date()
    left_out = await unanswered.left_out(tx, plans, now=moment.now, month=month_of(today))
    if not left_out:
        return []
    stand = await meters.standing(tx, plans, today)
    able = {bot for bot, budget in stand.items() if budget.left}
    return [_due(one, moment) for one in left_out if Bot(one.channel, one.bot) in able]


def _due(one: LeftOut, moment: Moment) -> Due:
    wrote = moment.shell.clock.local(one.at)
    key = Key(f"{RULE}{one.channel}:{one.bot}", one.person, month_of(wrote.date()), "again")
    facts = AnsweringAgain(wrote)
    return Due(
        key, one.person, "", RULE, until=one.last + OF_USE_MS, facts=facts, at=moment.now, news=True
    )


ANSWERING = Few(RULE, _dues)

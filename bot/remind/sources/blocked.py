"""Who confirms people of a unit hears once that one of them takes no messages any more."""

from bot.clock import DAY_MS
from bot.remind.source import Moment
from bot.remind.sources.few import Few
from rules.occurrences import Due, Key
from storage import blocked
from storage.blocked import Away
from storage.database import Transaction
from storage.humans import who_confirms

RULE = "blocked:"
OF_USE_MS = 7 * DAY_MS


async def _dues(tx: Transaction, moment: Moment) -> list[Due]:
    today = moment.local.date().isoformat()
    since = moment.now - OF_USE_MS - DAY_MS  # a day longer, to be noted
    return [
        _due(away, person)
        for away in await blocked.blocked(tx, since=since, today=today)
        for person in await who_confirms(tx, away.who.unit.id, today=today, but=away.who.person)
    ]


def _due(away: Away, person: str) -> Due:
    who = away.who
    return Due(
        Key(f"{RULE}{who.person}", f"{who.unit.id}/{person}", "1", "told"),
        person,
        who.unit.id,
        f"blocked:{who.person}",
        until=away.since + OF_USE_MS,
        facts=who,
        at=away.since,
        news=True,
    )


WHO_HAS_BLOCKED = Few(RULE, _dues)

"""Who confirms people of a unit hears once that one of them takes no messages any more."""

from collections.abc import Sequence

from bot.clock import DAY_MS
from bot.remind.source import Moment
from rules.occurrences import Due, Key
from storage import blocked, occurrences
from storage.blocked import Away
from storage.database import Transaction
from storage.humans import who_confirms

RULE = "blocked:"
OF_USE_MS = 7 * DAY_MS


class WhoHasBlocked:
    """The source of what is said of people who have blocked the assistant."""

    def owns(self, rule: str) -> bool:
        """Return whether a rule is of somebody who has."""
        return rule.startswith(RULE)

    async def due(self, tx: Transaction, moment: Moment, *, ahead: int) -> Sequence[Due]:
        """Return what nobody was told of yet."""
        found = [due for due in await _dues(tx, moment) if due.at <= ahead]
        done = await occurrences.decided(tx, [due.key for due in found])
        return [due for due in found if due.key not in done]

    async def again(self, tx: Transaction, keys: Sequence[Key], moment: Moment) -> Sequence[Due]:
        """Return the same of these alone."""
        wanted = set(keys)
        return [due for due in await _dues(tx, moment) if due.key in wanted]


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

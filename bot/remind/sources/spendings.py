"""Offices are told once a month that a bot has used most of it, and once that nothing is left."""

from collections.abc import Iterator

from bot.remind.source import Moment
from bot.remind.sources.few import Few
from rules.budget import month_of
from rules.occurrences import Due, Key
from rules.spending import Spending
from rules.utc_ms import day_begins
from storage import gaps, spending
from storage.database import Transaction

RULE = "spending:"
MOST, SPENT = "80", "spent"


async def _dues(tx: Transaction, moment: Moment) -> list[Due]:
    day = moment.local.date()
    found = await spending.spending(tx, moment.shell.plans, day)
    staff = await gaps.staff(tx, today=day.isoformat()) if found else set()
    month = month_of(day)
    return [
        _due(one, Key(f"{RULE}{one.channel}:{one.bot}", person, month, step), moment)
        for one in found
        for person in sorted(staff)
        for step in _steps(one)
    ]


def _steps(one: Spending) -> Iterator[str]:
    """Yield what is to be told: where nothing is left, that little is left is of no use."""
    yield SPENT if one.spent else MOST


def _due(one: Spending, key: Key, moment: Moment) -> Due:
    until = day_begins(one.again, moment.shell.clock.zone)
    return Due(
        key, key.subject, "", RULE, until=until, facts=one, at=moment.now, joins=False, news=True
    )


SPENDINGS = Few(RULE, _dues)

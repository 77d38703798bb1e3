"""When units were reminded last to register, and whether anybody there did something about it."""

import datetime as dt
from collections.abc import Mapping, Sequence

from rules.budget import HELD
from rules.office_requests import Reminded
from rules.summary import Summary
from storage.database import Transaction

_ONE_TIME_MS = 43_200_000  # contacts of a unit hear of one step within so long
# What was written to a page is there; whether anybody has opened it is noted when it is shown.
# What waits until more may be said, or was of no use by then, has reached nobody.
_UNSAID = f"(o.reason = 'budget' OR x.state = 'pending' AND x.error = '{HELD}')"
_REMINDED = f"""
SELECT o.unit, max(o.at),
    max(CASE WHEN EXISTS (SELECT 1 FROM addresses a WHERE a.person = o.person
                          AND a.seen_at > o.at) THEN o.at ELSE 0 END),
    min(CASE WHEN x.channel = 'web' AND x.external <> 'read' THEN 1 ELSE 0 END),
    max(CASE WHEN {_UNSAID} THEN 0 ELSE o.at END)
FROM occurrences o JOIN outbox x ON x.id = o.outbox
WHERE o.unit IN :units
  AND (o.reason = '' AND x.state <> 'dropped' OR o.reason = 'budget')
  AND o.matter = 'register:' || :programme || ':' || :round || ':' || o.unit
GROUP BY o.unit"""  # noqa: S608 - all of it is written here


async def last_reminders(
    tx: Transaction, summary: Summary, units: Sequence[str]
) -> Mapping[str, Reminded]:
    """Return the last reminder of each unit that was reminded in a table's round."""
    if not units:
        return {}
    found = await tx.rows(
        _REMINDED,
        {"units": units, "programme": summary.programme, "round": str(summary.year)},
    )
    zone = summary.at.tzinfo
    return {
        unit: Reminded(
            dt.datetime.fromtimestamp(at / 1000, zone).date(),
            answered=answered > at - _ONE_TIME_MS,
            unseen=bool(on_page) and not answered,
            unsaid=at - said > _ONE_TIME_MS,
        )
        for unit, at, answered, on_page, said in found
    }

"""People a bot could not reach with its answers: nothing more could be said, or for a day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from rules.budget import month_of
from storage.database import Transaction
from storage.scope import OF_UNITS_RUN, UNITS_SEEN

_WAITED_MS = 15 * 60_000  # after so long it is no matter of a moment any more
_KEPT_MS = 31 * 86_400_000
_ANSWERS = """
SELECT e.id, e.person, e.channel, e.bot, e.created_at FROM outbox e {joined}
WHERE e.channel IN :channels AND e.side = 'ours' AND e.urgency = 'answer' AND e.planned = 0
  AND e.created_at >= :since AND {where}"""
_EXPIRED = _ANSWERS.format(joined="", where="e.state = 'expired'")
_WAITING = _ANSWERS.format(
    joined="JOIN meters s ON s.channel = e.channel AND s.bot = e.bot",
    where="""e.settled_at = 0 AND e.state = 'pending' AND e.created_at < :waited
  AND s.month = :month AND s.spent_at > 0""",
)
# Two questions, for each of which there is an index: it is asked at every beat of the planner.
_ROWS = f"""
SELECT a.person, a.channel, a.bot, min(a.created_at) AS at, max(a.created_at) AS last
FROM ({_EXPIRED} UNION ALL {_WAITING}) a
WHERE NOT EXISTS (SELECT 1 FROM outbox l
                  WHERE l.person = a.person AND l.side = 'ours' AND l.state = 'sent'
                    AND l.id > a.id)
GROUP BY a.person, a.channel, a.bot"""  # noqa: S608 - all of it is written here
_NAMED = f"""
WITH RECURSIVE {UNITS_SEEN}, left_out (person, channel, bot, at, last) AS ({_ROWS})
SELECT p.id, p.name, p.phone, min(n.name), min(o.at)
FROM left_out o {OF_UNITS_RUN}
GROUP BY p.id, p.name, p.phone ORDER BY min(o.at), p.id"""  # noqa: S608 - all of it is written here


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody a bot did not reach; from when until when it said something, UTC milliseconds."""

    person: str
    channel: str
    bot: str
    at: int
    last: int


async def left_out(
    tx: Transaction, channels: Iterable[str], *, now: int, month: str
) -> list[LeftOut]:
    """Return whom bots of channels did not reach, and who has been told nothing since.

    `month` is the local one, "2027-03".
    """
    found = await tx.rows(f"{_ROWS} ORDER BY a.person, a.bot", _params(channels, now, month))
    return [LeftOut(*row) for row in found]


async def of_office(
    tx: Transaction, person: str, channels: Iterable[str], *, now: int, today: str
) -> list[tuple[str, str, str, str, int]]:
    """Return those of units somebody of an office runs: id, name, phone, unit, since when.

    `today` is the local day (ISO).
    """
    month = month_of(dt.date.fromisoformat(today))
    params = {**_params(channels, now, month), "people": [person], "today": today}
    found = await tx.rows(_NAMED, params)
    return [(key, name, phone, unit, at) for key, name, phone, unit, at in found]


def _params(channels: Iterable[str], now: int, month: str) -> dict[str, int | str | list[str]]:
    times = {"since": now - _KEPT_MS, "waited": now - _WAITED_MS}
    return {"channels": sorted(channels), "month": month, **times}

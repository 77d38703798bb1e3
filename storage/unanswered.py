"""People a bot could not reach with its answers: nothing more could be said, or for a day."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from rules.budget import month_of
from storage.database import Transaction
from storage.scope import OF_UNITS_RUN, UNITS_SEEN

_WAITED_MS = 15 * 60_000  # after so long it is no matter of a moment any more
_KEPT_MS = 31 * 86_400_000
_ROWS = """
SELECT o.person, o.channel, o.bot, min(o.created_at) AS at, max(o.created_at) AS last
FROM outbox o
WHERE o.channel IN :channels AND o.side = 'ours' AND o.urgency = 'answer' AND o.planned = 0
  AND o.created_at >= :since
  AND (o.state = 'expired' OR o.state = 'pending' AND o.created_at < :waited AND EXISTS (
           SELECT 1 FROM meters s WHERE s.channel = o.channel AND s.bot = o.bot
             AND s.month = :month AND s.spent_at > 0))
  AND NOT EXISTS (SELECT 1 FROM outbox l
                  WHERE l.person = o.person AND l.side = 'ours' AND l.state = 'sent'
                    AND l.id > o.id)
GROUP BY o.person, o.channel, o.bot"""
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
    found = await tx.rows(f"{_ROWS} ORDER BY o.person, o.bot", _params(channels, now, month))
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

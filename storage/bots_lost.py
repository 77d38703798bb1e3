"""Bots that can send nothing any more, and the people whom nothing reaches elsewhere."""

from rules.bots_lost import OnlyThere
from storage.bots import KnownBot
from storage.database import Transaction
from storage.reachable import OPEN
from storage.scope import OF_UNITS_RUN, UNITS_SEEN

# What is put on the web page is seen by who opens it: by who used it before, and that bot since,
# it is not.
_ONLY_THERE = f"""
SELECT DISTINCT h.person FROM addresses h
WHERE h.channel = :channel AND h.bot = :bot AND h.state = 'open'
  AND (SELECT c.answer FROM consents c WHERE c.person = h.person
       ORDER BY c.at DESC, c.id DESC LIMIT 1) = 'given'
  AND NOT EXISTS (SELECT 1 FROM addresses a WHERE a.person = h.person AND {OPEN}
                  AND (a.channel <> 'web' OR a.seen_at >= h.seen_at))"""  # noqa: S608 - all of it is written here
_NAMED = f"""
WITH RECURSIVE {UNITS_SEEN}, alone (person) AS ({_ONLY_THERE})
SELECT p.id, p.name, p.phone, min(n.name)
FROM alone o {OF_UNITS_RUN}
GROUP BY p.id, p.name, p.phone, p.sort_key ORDER BY p.sort_key, p.id"""  # noqa: S608 - all of it is written here


async def lost(tx: Transaction) -> list[KnownBot]:
    """Return the bots that can send nothing any more."""
    found = await tx.rows(
        """SELECT channel, bot, name, refused_at, seen_at FROM bots
           WHERE refused_at > 0 ORDER BY channel, bot"""
    )
    return [KnownBot(*row) for row in found]


async def how_many(tx: Transaction, bot: KnownBot) -> int:
    """Return how many people nothing reaches elsewhere."""
    counted = f"SELECT count(*) FROM ({_ONLY_THERE}) o"  # noqa: S608 - written here
    found = await tx.rows(counted, {"channel": bot.channel, "bot": bot.bot})
    return int(found[0][0])


async def only_there(
    tx: Transaction, bot: KnownBot, person: str, *, today: str
) -> tuple[OnlyThere, ...]:
    """Return those of them who are of units that somebody of an office runs, in their order."""
    params = {"channel": bot.channel, "bot": bot.bot, "people": [person], "today": today}
    return tuple(OnlyThere(*row) for row in await tx.rows(_NAMED, params))

"""Rows that could not reach their person at one chat, and the chats at which they may."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from storage import outbox
from storage.channel_choices import CHOSEN
from storage.chats import Chat
from storage.database import Transaction
from storage.outbox import OutboxRow
from storage.reachable import OPEN

# The channel they chose first, then what they used last; what may have arrived goes nowhere else.
# None of the chats closes meanwhile.
_WAYS = f"""
SELECT o.id, o.tried, COALESCE(here.id, ''), a.id, a.channel, a.bot, a.chat
FROM outbox o
JOIN addresses a ON a.person = o.person AND {OPEN}
LEFT JOIN addresses here
    ON here.channel = o.channel AND here.bot = o.bot AND here.chat = o.chat
WHERE o.id IN :rows AND o.doubts = 0
  AND NOT (a.channel = o.channel AND a.bot = o.bot AND a.chat = o.chat)
ORDER BY o.id, CASE WHEN {CHOSEN} THEN 0 ELSE 1 END, a.seen_at DESC, a.id
FOR UPDATE OF a"""  # noqa: S608 - all of it is written here


@dataclass(frozen=True, slots=True)
class Way:
    """The next chat for a row, and the ids of the addresses it was tried at by then."""

    chat: Chat
    tried: tuple[str, ...]


class Moved(NamedTuple):
    """A row as it is at another chat, the id it had at the one before, and where it was tried."""

    before: str
    row: OutboxRow
    tried: tuple[str, ...]


async def ways(tx: Transaction, rows: Sequence[str], *, closed: bool = False) -> dict[str, Way]:
    """Return for rows the next chat of their person; rows that have none are left out.

    Where theirs is `closed` they may go back to one that could not: it may be able to again.
    """
    found: dict[str, Way] = {}
    known = await tx.rows(_WAYS, {"rows": rows})
    untried = [way for way in known if way[3] not in way[1].split()]
    for row, tried, here, _address, *chat in [*untried, *(known if closed else ())]:
        if row not in found:
            been = tuple(tried.split())
            found[row] = Way(Chat(*chat), (*been, here) if here else been)
    return found


async def is_ours(tx: Transaction, row: str, *, lease: str) -> bool:
    """Return whether a row is still under this lease, and let nobody else take it."""
    found = await tx.rows(
        """SELECT id FROM outbox
           WHERE id = :row AND state = 'sending' AND lease = :lease FOR UPDATE""",
        {"row": row, "lease": lease},
    )
    return bool(found)


async def waiting_at(tx: Transaction, chat: Chat, *, lease: str) -> list[OutboxRow]:
    """Return what waits for a chat or is held under a lease, and let nobody else take it.

    What was planned and waits is left out: the rules are asked of it before it goes anywhere.
    """
    found = await tx.rows(
        f"""SELECT {outbox.COLUMNS} FROM outbox
            WHERE settled_at = 0 AND channel = :channel AND bot = :bot AND chat = :chat
              AND (state = 'pending' AND planned = 0 OR state = 'sending' AND lease = :lease)
            ORDER BY urgency, id FOR UPDATE""",  # noqa: S608 - our own columns
        {**chat._asdict(), "lease": lease},
    )
    return [outbox.read(row) for row in found]


async def has_another(tx: Transaction, chat: Chat) -> bool:
    """Return whether the person at a chat can be told at another."""
    found = await tx.rows(
        """SELECT 1 FROM addresses a JOIN addresses other ON other.person = a.person
           WHERE a.channel = :channel AND a.bot = :bot AND a.chat = :chat
             AND other.id <> a.id AND other.state = 'open' LIMIT 1""",
        chat._asdict(),
    )
    return bool(found)


async def move(tx: Transaction, moved: Sequence[Moved]) -> None:
    """Let rows be where they go now; what they say may have been taken back meanwhile."""
    await tx.run(
        """WITH given (before, id, channel, bot, chat, tried, state, settled_at)
               AS (VALUES :rows)
           UPDATE outbox SET id = given.id, channel = given.channel, bot = given.bot,
                             chat = given.chat, tried = given.tried, state = given.state,
                             settled_at = given.settled_at, not_before = 0,
                             lease = '', leased_until = 0, external = '', error = ''
           FROM given WHERE outbox.id = given.before""",
        {"rows": [_stored(one) for one in moved]},
    )
    await tx.run(
        """WITH given (before, id) AS (VALUES :rows)
           UPDATE occurrences SET outbox = given.id FROM given
           WHERE occurrences.outbox <> '' AND occurrences.outbox = given.before""",
        {"rows": [(one.before, one.row.id) for one in moved]},
    )


async def forget_tried(tx: Transaction, row: str) -> None:
    """Let a row that waits begin anew: where it could not go then it may be able to later."""
    await tx.run("UPDATE outbox SET tried = '' WHERE id = :row", {"row": row})


def _stored(one: Moved) -> tuple[str | int, ...]:
    row = one.row
    return (
        one.before,
        row.id,
        row.channel,
        row.bot,
        row.chat,
        " ".join(one.tried),
        row.state,
        row.settled_at,
    )

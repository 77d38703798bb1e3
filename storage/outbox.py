"""What is to be said: a row is one call of a channel's API, kept until its fate is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

import orjson

from storage.chats import Chat
from storage.database import Row, Transaction

State: TypeAlias = Literal["pending", "sending", "sent", "failed", "unknown", "expired", "parked"]

COLUMNS = """id, channel, bot, chat, person, side, urgency, say, state, attempts, doubts,
    not_before, lease, leased_until, external, error, created_at, settled_at"""


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One call of a channel's API, on the web one bubble; `say` is the channel-neutral message.

    Times are UTC milliseconds. What is sent at once is made "sending" under its writer's lease.
    """

    id: str
    channel: str
    bot: str
    chat: str
    person: str
    side: Literal["ours", "theirs"] = "ours"
    urgency: Literal["answer", "bulk"] = "answer"
    say: Mapping[str, Any] = field(default_factory=dict)
    state: State = "pending"
    attempts: int = 0
    doubts: int = 0
    not_before: int = 0
    lease: str = ""
    leased_until: int = 0
    external: str = ""
    error: str = ""
    created_at: int = 0
    settled_at: int = 0


async def add(tx: Transaction, rows: Sequence[OutboxRow]) -> None:
    """Add rows, to be sent in the order of their ids in each chat, answers before bulk."""
    await tx.run(
        f"INSERT INTO outbox ({COLUMNS}) VALUES :rows",  # noqa: S608 - our own columns
        {"rows": [_stored(row) for row in rows]},
    )


async def busy(tx: Transaction, chats: Sequence[Chat], *, lease: str) -> set[Chat]:
    """Return the chats in which a new answer has to wait for what others are to send."""
    found = await tx.rows(
        """SELECT DISTINCT channel, bot, chat FROM outbox
           WHERE settled_at = 0 AND (channel, bot, chat) IN (VALUES :chats)
             AND (state = 'pending' AND urgency = 'answer'
                  OR state = 'sending' AND lease <> :lease)""",
        {"chats": chats, "lease": lease},
    )
    return {Chat(*row) for row in found}


async def bubbles(tx: Transaction, person: str, *, after: str, limit: int) -> list[OutboxRow]:
    """Return a person's bubbles on the web page that come after one, in order."""
    found = await tx.rows(
        f"""SELECT {COLUMNS} FROM outbox
            WHERE person = :person AND channel = 'web' AND id > :after AND say <> '{{}}'
            ORDER BY id LIMIT :limit""",  # noqa: S608 - our own columns
        {"person": person, "after": after, "limit": limit},
    )
    return [read(row) for row in found]


async def unknown(tx: Transaction) -> list[OutboxRow]:
    """Return the rows of which nobody knows whether they arrived, oldest first."""
    found = await tx.rows(
        f"SELECT {COLUMNS} FROM outbox WHERE state = 'unknown' ORDER BY id"  # noqa: S608 - our own
    )
    return [read(row) for row in found]


async def park(tx: Transaction, chat: Chat) -> None:
    """Put aside what is still to be said at a chat that takes nothing any more."""
    await tx.run(
        """UPDATE outbox SET state = 'parked', lease = '', leased_until = 0
           WHERE settled_at = 0 AND channel = :channel AND bot = :bot AND chat = :chat""",
        chat._asdict(),
    )


async def unpark(tx: Transaction, chat: Chat, *, now: int, expire_before: int) -> None:
    """Send what was put aside after all; what was written before `expire_before` has expired."""
    await tx.run(
        """UPDATE outbox SET
               state = CASE WHEN created_at < :expire_before THEN 'expired' ELSE 'pending' END,
               settled_at = CASE WHEN created_at < :expire_before THEN :now ELSE 0 END
           WHERE settled_at = 0 AND channel = :channel AND bot = :bot AND chat = :chat
             AND state = 'parked'""",
        {**chat._asdict(), "now": now, "expire_before": expire_before},
    )


def read(row: Row) -> OutboxRow:
    """Return the row whose columns these are, in the table's order."""
    columns = [*row]
    columns[7] = orjson.loads(row[7])
    return OutboxRow(*columns)


def _stored(row: OutboxRow) -> Row:
    return (
        row.id,
        row.channel,
        row.bot,
        row.chat,
        row.person,
        row.side,
        row.urgency,
        orjson.dumps(row.say).decode(),
        row.state,
        row.attempts,
        row.doubts,
        row.not_before,
        row.lease,
        row.leased_until,
        row.external,
        row.error,
        row.created_at,
        row.settled_at,
    )

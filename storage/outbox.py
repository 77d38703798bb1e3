"""What is to be said: a row is one call of a channel's API, kept until its fate is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

import orjson

from rules.roles import holds
from storage.chats import Chat
from storage.database import Row, Transaction
from storage.scope import roles_over

if TYPE_CHECKING:
    from rules.person import Role

State: TypeAlias = Literal[
    "pending", "sending", "sent", "failed", "unknown", "expired", "parked", "dropped"
]

COLUMNS = """id, channel, bot, chat, person, side, urgency, say, state, attempts, doubts,
    not_before, lease, leased_until, external, error, created_at, settled_at,
    bears, about, places, planned"""


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One call of a channel's API, on the web one bubble; `say` is the channel-neutral message.

    Times are UTC milliseconds. What is sent at once is made "sending" under its writer's lease.
    `about` has the ids of the persons and entries it names besides its reader, `places` what the
    reader was when it was written: "unit:role". `planned` is whether it is made of occurrences.
    `bears` is the meeting of which it shows why somebody is away: those words go earlier.
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
    bears: str = ""
    about: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    planned: bool = False


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


async def overtake(tx: Transaction, chats: Sequence[tuple[Chat, str]], *, now: int) -> None:
    """Drop the counts that wait at chats, each told by its mark, and of which nothing was sent."""
    await tx.run(
        """UPDATE outbox SET state = 'dropped', settled_at = :now
           WHERE settled_at = 0 AND state = 'pending' AND attempts = 0
             AND (channel, bot, chat, error) IN (VALUES :counts)""",
        {"counts": [(*chat, mark) for chat, mark in chats], "now": now},
    )


async def bubbles(
    tx: Transaction, person: str, *, after: str, limit: int, today: str
) -> list[OutboxRow]:
    """Return a person's bubbles on the web page that come after one, in order.

    What was said to them as somebody they are no longer is left out; their own words stay.
    """
    lost = await _lost(tx, person, after, today)
    found = await tx.rows(
        f"""SELECT {COLUMNS} FROM outbox
            WHERE person = :person AND channel = 'web' AND id > :after AND say <> '{{}}'
              AND (side = 'theirs' OR places NOT IN :lost)
            ORDER BY id LIMIT :limit""",  # noqa: S608 - our own columns
        {"person": person, "after": after, "limit": limit, "lost": lost},
    )
    return [read(row) for row in found]


async def _lost(tx: Transaction, person: str, after: str, today: str) -> list[str]:
    """Return which of the places a person was written to at they have no longer."""
    found = await tx.rows(
        """SELECT DISTINCT places FROM outbox
           WHERE person = :person AND channel = 'web' AND id > :after AND places <> ''""",
        {"person": person, "after": after},
    )
    places = {place for (kept,) in found for place in kept.split()}
    split = {place: place.rpartition(":") for place in places}
    asked = [(person, unit) for unit, _, _ in split.values()]
    roles = await roles_over(tx, asked, today=today) if asked else []
    gone = {
        place
        for (place, (_, _, need)), role in zip(split.items(), roles, strict=True)
        if not holds(role, cast("Role", need))
    }
    return [kept for (kept,) in found if gone & set(kept.split())]


async def last_id(tx: Transaction) -> str:
    """Return the id of the last row that was ever written here, "" for none."""
    found = await tx.rows("SELECT COALESCE(max(id), '') FROM outbox")
    last: str = found[0][0]
    return last


async def note_read(tx: Transaction, rows: Sequence[str]) -> None:
    """Note that a page has shown these bubbles; elsewhere nobody tells us."""
    await tx.run(
        "UPDATE outbox SET external = 'read' WHERE id IN :rows AND channel = 'web'", {"rows": rows}
    )


async def park(
    tx: Transaction, chat: Chat, *, now: int, lease: str = "", but_planned: bool = False
) -> list[OutboxRow]:
    """Put aside what waits for a chat that takes nothing any more, or is held under a lease.

    What may have arrived is not sent once more: it is unknown, and returned. What is being sent
    under another lease is left to who sends it. `but_planned`: let go on waiting what was planned
    and has certainly not arrived.
    """
    found = await tx.rows(
        f"""UPDATE outbox SET state = CASE doubts WHEN 0 THEN 'parked' ELSE 'unknown' END,
                             settled_at = CASE doubts WHEN 0 THEN 0 ELSE CAST(:now AS BIGINT) END,
                             lease = '', leased_until = 0
           WHERE settled_at = 0 AND channel = :channel AND bot = :bot AND chat = :chat
             AND (state <> 'sending' OR lease = :lease)
             AND NOT (:but_planned = 1 AND state = 'pending' AND planned = 1 AND doubts = 0)
           RETURNING {COLUMNS}""",  # noqa: S608 - our own columns
        {**chat._asdict(), "now": now, "lease": lease, "but_planned": int(but_planned)},
    )
    return [row for row in map(read, found) if row.doubts]


async def unpark(tx: Transaction, chat: Chat, *, now: int, expire_before: int) -> None:
    """Send what was put aside after all; what was written before `expire_before` has expired.

    Of what was planned the rules know how long it is of use: they are asked before it goes.
    """
    old = "planned = 0 AND created_at < :expire_before"
    await tx.run(
        f"""UPDATE outbox SET
               state = CASE WHEN {old} THEN 'expired' ELSE 'pending' END,
               settled_at = CASE WHEN {old} THEN :now ELSE 0 END
           WHERE settled_at = 0 AND channel = :channel AND bot = :bot AND chat = :chat
             AND state = 'parked'""",  # noqa: S608 - written here
        {**chat._asdict(), "now": now, "expire_before": expire_before},
    )


def read(row: Row) -> OutboxRow:
    """Return the row whose columns these are, in the table's order."""
    columns = [*row]
    columns[7] = orjson.loads(row[7])
    columns[-3:] = [*(tuple(ids.split()) for ids in row[-3:-1]), bool(row[-1])]
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
        row.bears,
        f" {' '.join(row.about)} " if row.about else "",
        " ".join(row.places),
        int(row.planned),
    )

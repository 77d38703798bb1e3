"""What people have in front of them in a chat: what was said there since they wrote last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from storage.chats import Chat
from storage.database import Row, Transaction

FEW = 5


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A bubble as it is kept; when it was made and sent, UTC milliseconds.

    `waits` is whether it is still to be sent, or once more: nobody knows if it has arrived.
    `about`, `places` and `bears` are what an outbox row remembers of its words and its reader.
    """

    say: Mapping[str, Any]
    made: int
    sent: int
    about: tuple[str, ...]
    places: tuple[str, ...]
    bears: str
    waits: bool


async def since_they_wrote(
    tx: Transaction, chats: Sequence[Chat], *, lease: str
) -> dict[Chat, tuple[ShownRow, ...]]:
    """Return the bubbles at each chat since its person wrote last, oldest first.

    What may have arrived counts, and what was planned before they wrote but reached them after; so
    does an answer that waits to be sent, for what they say next may be heard before. What is being
    sent under another `lease` may have been left behind by who died of it.
    """
    found = await tx.rows(
        """SELECT o.channel, o.bot, o.chat, o.say, o.created_at, o.settled_at,
                  o.about, o.places, o.bears,
                  CASE WHEN o.state = 'pending' THEN 1 WHEN o.state <> 'sending' THEN 0
                       WHEN o.doubts > 0 OR o.lease <> :lease THEN 1 ELSE 0 END
           FROM addresses a CROSS JOIN outbox o  -- for SQLite: the chats first, not the outbox
           WHERE (a.channel, a.bot, a.chat) IN (VALUES :chats)
             AND o.person = a.person AND o.channel = a.channel AND o.bot = a.bot
             AND o.chat = a.chat
             AND o.side = 'ours' AND o.say <> '{}' AND (o.state IN ('sending', 'sent', 'unknown')
                  OR o.state = 'pending' AND (o.planned = 0 OR o.doubts > 0))
             AND (o.planned = 0 AND o.created_at >= a.seen_at
                  OR o.planned = 1 AND (o.settled_at = 0 OR o.settled_at > a.seen_at))
           ORDER BY o.id""",
        {"chats": chats, "lease": lease},
    )
    return _by_chat(found)


async def before_they_wrote(
    tx: Transaction, chats: Sequence[Chat]
) -> dict[Chat, tuple[ShownRow, ...]]:
    """Return the last few bubbles at each chat from before its person wrote, oldest first."""
    found = []
    for chat in chats:
        found += await tx.rows(
            """SELECT o.channel, o.bot, o.chat, o.say, o.created_at, o.settled_at,
                      o.about, o.places, o.bears, 0
               FROM addresses a CROSS JOIN outbox o
               WHERE a.channel = :channel AND a.bot = :bot AND a.chat = :chat
                 AND o.person = a.person AND o.channel = a.channel AND o.bot = a.bot
                 AND o.chat = a.chat AND o.side = 'ours' AND o.say <> '{}'
                 AND o.state IN ('sending', 'sent', 'unknown') AND o.created_at < a.seen_at
                 AND (o.planned = 0 OR o.settled_at <= a.seen_at)
               ORDER BY o.id DESC LIMIT :few""",
            {**chat._asdict(), "few": FEW},
        )
    return _by_chat(found[::-1])


def _by_chat(found: Sequence[Row]) -> dict[Chat, tuple[ShownRow, ...]]:
    shown: dict[Chat, tuple[ShownRow, ...]] = {}
    for channel, bot, chat, *columns in found:
        where = Chat(channel, bot, chat)
        shown[where] = (*shown.get(where, ()), _read(columns))
    return shown


def _read(columns: Sequence[Any]) -> ShownRow:
    say, made, settled, about, places, bears, waits = columns
    remembered = tuple(about.split()), tuple(places.split()), bears
    return ShownRow(orjson.loads(say), made, settled or made, *remembered, bool(waits))

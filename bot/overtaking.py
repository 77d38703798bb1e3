"""Photos one after the other, where each message counts: of their counts the last one is said."""

from collections.abc import Sequence
from dataclasses import replace

from conversations.say import Say
from storage import outbox
from storage.chats import Chat
from storage.database import Transaction
from storage.outbox import OutboxRow

PAUSE_MS = 2_000
_MARK = "counts "


def held_back(row: OutboxRow, say: Say, *, now: int) -> OutboxRow:
    """Return a row that waits a moment (`now` is UTC milliseconds), for the next photo may come."""
    return replace(
        row,
        state="pending",
        attempts=0,
        lease="",
        leased_until=0,
        not_before=now + PAUSE_MS,
        error=f"{_MARK}{say.counts}",
    )


async def overtake(tx: Transaction, rows: Sequence[OutboxRow], *, now: int) -> None:
    """Drop what waits and counts the same as one of these rows, which are about to be added."""
    held = [row for row in rows if row.error.startswith(_MARK)]
    chats = [(Chat(row.channel, row.bot, row.chat), row.error) for row in held]
    if chats:
        await outbox.overtake(tx, chats, now=now)

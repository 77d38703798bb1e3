"""Rows of the outbox to test with, and taking them."""

from typing import Any

from storage import delivery
from storage.chats import Chat
from storage.database import Transaction
from storage.outbox import OutboxRow
from tests.storage.village import PAO, chat

NOW, UNTIL = 1_000, 2_000


def row(key: str, *, to: Chat = chat(PAO), **more: Any) -> OutboxRow:  # noqa: B008 - a constant
    """Return a row for a chat, written now."""
    return OutboxRow(key, *to, PAO, created_at=NOW, **more)


async def claimed(
    tx: Transaction, *, lease: str = "ours", now: int = NOW, limit: int = 10
) -> list[str]:
    """Take rows as a sender does, and return their ids."""
    rows = await delivery.claim(
        tx, lease=lease, now=now, until=now + UNTIL - NOW, limit=limit, channels=["telegram"]
    )
    return [found.id for found in rows]

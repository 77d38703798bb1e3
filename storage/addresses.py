"""Whose an address is."""

from storage.chats import Chat
from storage.database import Transaction


async def person_at(tx: Transaction, chat: Chat) -> str:
    """Return the person at a chat, "" when nobody has written from it yet. Locks nothing."""
    found = await tx.rows(
        """SELECT person FROM addresses
           WHERE channel = :channel AND bot = :bot AND chat = :chat""",
        chat._asdict(),
    )
    return str(found[0][0]) if found else ""

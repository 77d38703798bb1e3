"""Whose an address is, and when they wrote from it last."""

from collections.abc import Sequence

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


async def bots_of(tx: Transaction, person: str, channel: str) -> list[str]:
    """Return the bots of a channel somebody has an open chat with, the one used last first."""
    found = await tx.rows(
        """SELECT bot FROM addresses
           WHERE person = :person AND channel = :channel AND state = 'open'
           ORDER BY seen_at DESC, id""",
        {"person": person, "channel": channel},
    )
    return [bot for (bot,) in found]


async def seen(tx: Transaction, addresses: Sequence[str]) -> dict[str, int]:
    """Return when people wrote from these addresses last (UTC milliseconds), by id."""
    found = await tx.rows(
        "SELECT id, seen_at FROM addresses WHERE id IN :addresses", {"addresses": addresses}
    )
    return dict(found)

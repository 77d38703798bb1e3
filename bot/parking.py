"""Rows for people who do not want us: put aside, and sent after all when they are back."""

from bot.fate import GIVE_UP_MS
from storage import outbox, people, rerouting
from storage.chats import Chat
from storage.database import Transaction


async def park(tx: Transaction, chat: Chat, *, lease: str = "") -> None:
    """Put aside what waits for a chat that takes nothing any more, or is held under a lease.

    What was planned for somebody who can be told elsewhere is not: it finds its way when it is due.
    """
    await people.block(tx, chat)
    other = await rerouting.has_another(tx, chat)
    await outbox.park(tx, chat, lease=lease, but_planned=other)


async def welcome_back(tx: Transaction, chat: Chat, *, now: int) -> None:
    """Let what was put aside be sent after all; what is a day old has expired."""
    await people.unblock(tx, chat)
    await outbox.unpark(tx, chat, now=now, expire_before=now - GIVE_UP_MS)

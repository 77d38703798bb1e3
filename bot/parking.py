"""People who did not want us are back: what was put aside is sent after all."""

from bot.fate import GIVE_UP_MS
from storage import outbox, people
from storage.chats import Chat
from storage.database import Transaction


async def welcome_back(tx: Transaction, chat: Chat, *, now: int) -> None:
    """Let what was put aside be sent after all; what is a day old has expired."""
    await people.unblock(tx, chat)
    await outbox.unpark(tx, chat, now=now, expire_before=now - GIVE_UP_MS)

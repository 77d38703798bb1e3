"""People with Zalo on their phones, and groups; each bot knows them by another id."""

from collections.abc import Callable
from dataclasses import dataclass

from .bots import Bot
from .chats import Chat


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """Somebody; `chat_with` makes or finds their chat with a bot."""

    name: str
    chat_with: Callable[["Person", Bot], Chat]

    def at(self, bot: Bot) -> Chat:
        """Return their chat with a bot."""
        return self.chat_with(self, bot)


@dataclass(frozen=True, slots=True)
class Group:
    """A group a bot is in: it hears only what mentions it."""

    bot: Bot
    chat: Chat

    async def mentions(self, person: Person, text: str) -> str:
        """Let somebody mention the bot there; return the message's id."""
        self.chat.sender = person.at(self.bot).sender
        return await self.chat.writes(f"@{self.bot.name} {text}")

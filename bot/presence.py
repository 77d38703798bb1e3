"""Who can be written to: people who block the bot are parked, and are served again when they are back."""

from __future__ import annotations

from bot.deliver import Deliverer
from storage.chats import Chat


class Known:
    """Keeps what channels learn about who can be reached."""

    def __init__(self, deliver: Deliverer) -> None:
        self._deliver = deliver

    async def blocked(self, channel: str, bot: str, chat: str) -> None:
        """Park everything for this chat."""
        await self._deliver.park(Chat(channel, bot, chat))

    async def opened(self, channel: str, bot: str, chat: str) -> None:
        """Send again what was parked."""
        await self._deliver.unpark(Chat(channel, bot, chat))

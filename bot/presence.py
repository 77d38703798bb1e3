"""Who can be written to, as channels learn it beside what people say."""

from bot.clock import Clock
from bot.deliver import Deliverer
from bot.parking import welcome_back
from storage.chats import Chat


class Known:
    """Parks what is for people who block the bot, and serves them again when they are back."""

    def __init__(self, deliver: Deliverer, clock: Clock) -> None:
        self._deliver = deliver
        self._clock = clock

    async def blocked(self, channel: str, bot: str, chat: str) -> None:
        """Give what was not sent to other chats of theirs, else park it. Raises Unavailable."""
        await self._deliver.blocked(Chat(channel, bot, chat))

    async def opened(self, channel: str, bot: str, chat: str) -> None:
        """Send again what was parked. Raises Unavailable."""
        async with self._deliver.writing() as tx:
            await welcome_back(tx, Chat(channel, bot, chat), now=self._clock.now_ms())
        self._deliver.look()

"""What the tests of Telegram share: a receiver, pauses that pass at once, one fetch."""

import asyncio

from bot.channels import Incoming
from bot.channels.telegram import Telegram
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.parse import KINDS
from storage.database import Unavailable

NOW = 1_900_000_000_000


class Recorder:
    """Takes what people say and who is there; the first `fails` times the database is away."""

    def __init__(self, fails: int = 0) -> None:
        self.taken: list[Incoming] = []
        self.presence: list[tuple[str, ...]] = []
        self.fails = fails
        self.open = asyncio.Event()
        self.open.set()
        self.asked = asyncio.Event()

    async def take(self, incoming: Incoming) -> None:
        self.asked.set()
        await self.open.wait()
        if self.fails:
            self.fails -= 1
            raise Unavailable("full")
        self.taken.append(incoming)

    async def blocked(self, channel: str, bot: str, chat: str) -> None:
        self.presence.append(("blocked", channel, bot, chat))

    async def opened(self, channel: str, bot: str, chat: str) -> None:
        self.presence.append(("opened", channel, bot, chat))

    @property
    def said(self) -> list[object]:
        """What was said, without who and when."""
        return [incoming.said for incoming in self.taken]


class Pauses(list[float]):
    """Notes how long the loop would have waited."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)


async def fetched(telegram: Telegram, intake: Intake) -> None:
    """Take in what waits, without a loop."""
    waiting = {"allowed_updates": KINDS, "timeout": 0}
    await intake.take(await telegram.api.call("getUpdates", waiting))

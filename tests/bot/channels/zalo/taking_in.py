"""What the tests of Zalo's way in share: a receiver, a spool, pauses that pass at once."""

import asyncio
from pathlib import Path
from typing import Any

from bot.channels import Incoming
from bot.channels.zalo import Zalo
from bot.channels.zalo.intake import Intake
from bot.channels.zalo.spool import Spool
from conversations.said import Text
from storage.database import Unavailable

NOW = 1_900_000_000_000


class Receiving:
    """Takes what people say, once each; while `away` the database is."""

    def __init__(self) -> None:
        self.taken: list[Incoming] = []
        self.away = False
        self.open = asyncio.Event()
        self.open.set()
        self.asked = asyncio.Event()

    async def take(self, incoming: Incoming) -> None:
        self.asked.set()
        await self.open.wait()
        if self.away:
            raise Unavailable("full")
        self.taken.append(incoming)

    @property
    def texts(self) -> list[str]:
        """What was said in words, in order."""
        return [one.said.text for one in self.taken if isinstance(one.said, Text)]


class Clock:
    """Gives the time that is set."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> int:
        return self.now


class Pauses(list[float]):
    """Notes how long there would have been a pause."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)
        await asyncio.sleep(0)


def intake_of(zalo: Zalo, folder: Path, receiver: Receiving, clock: Clock | None = None) -> Intake:
    """Return the way in, as it is after a start."""
    return Intake(zalo, Spool(folder), receiver=receiver, now=clock or Clock())


def said(text: str, number: int, *, chat: str = "a0c0", date: int = 0) -> dict[str, Any]:
    """Return a body as Zalo posts it; without a date it was said when it came."""
    who = {"id": chat, "is_bot": False, "display_name": "Páo"}
    message: dict[str, Any] = {
        "message_id": f"{number:020x}",
        "chat": {"id": chat, "chat_type": "PRIVATE"},
        "from": who,
        "text": text,
    }
    if date:
        message["date"] = date
    return {"event_name": "message.text.received", "message": message}

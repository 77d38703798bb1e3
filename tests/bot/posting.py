"""A deliverer with a Telegram of our own at its other end, driven round by round."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot import lease
from bot.channels.telegram import Telegram
from bot.deliver import Deliverer
from storage import outbox
from storage.chats import Chat
from storage.database import Database
from storage.outbox import OutboxRow
from tests.fakes.telegram import FakeTelegram, Person
from tests.hamlet import HandClock


class Post:
    """Writes rows and has them sent; no loop runs, so nothing happens but what a test lets happen.

    bot  what rows for this Telegram have as their bot
    """

    def __init__(
        self, db: Database, fake: FakeTelegram, telegram: Telegram, *, name: str = "ours"
    ) -> None:
        self.db = db
        self.fake = fake
        self.telegram = telegram
        self.clock = HandClock()
        self.name = name
        self.deliver = Deliverer(db, {"telegram": telegram}, self.clock, lease=name)

    def another(self, name: str) -> "Post":
        """Return the post as another process has it, by the same clock."""
        other = Post(self.db, self.fake, self.telegram, name=name)
        other.deliver = Deliverer(self.db, {"telegram": self.telegram}, self.clock, lease=name)
        other.clock = self.clock
        return other

    def row(self, key: str, to: Person, **more: Any) -> OutboxRow:
        """Return a row that waits, or (`born=True`) one that this process sends at once."""
        if more.pop("born", False):
            until = self.clock.ms + lease.MS
            more |= {"state": "sending", "lease": self.name, "leased_until": until, "attempts": 1}
        given = {"say": {"text": key}, "created_at": self.clock.ms, **more}
        return OutboxRow(key, *self.chat(to), "somebody", **given)

    def chat(self, person: Person) -> Chat:
        """Return somebody's chat."""
        return Chat("telegram", self.telegram.bot, str(person.id))

    async def keep(self, *rows: OutboxRow) -> None:
        """Write rows."""
        async with self.db.writing() as tx:
            await outbox.add(tx, rows)

    async def send(self, *rows: OutboxRow) -> None:
        """Write rows born to be sent by this process, and send them."""
        await self.keep(*rows)
        self.deliver.send_now(rows)
        await self.rest()

    async def round(self) -> None:
        """Look once for what is due, and send it."""
        await self.deliver._claim_due()
        await self.rest()

    async def rounds(self) -> None:
        """Look until nothing is due."""
        while await self.deliver._claim_due() == 0.0:
            await self.rest()

    async def rest(self) -> None:
        """Return when nothing is being sent, and all that was is marked."""
        while self.deliver._tasks:
            await asyncio.wait(self.deliver._tasks)
        await self.deliver._marks.flush()

    async def states(self) -> dict[str, str]:
        """Return the state of each row."""
        async with self.db.reading() as tx:
            return dict(await tx.rows("SELECT id, state FROM outbox ORDER BY id"))

    def seen(self, person: Person) -> list[str]:
        """Return the words that arrived at somebody's."""
        return [bubble.text for bubble in self.fake.bubbles(person)]

    @property
    def calls(self) -> int:
        """How often a message was tried to be sent."""
        return sum(call.method == "sendMessage" for call in self.fake.calls)


@asynccontextmanager
async def posting(db: Database) -> AsyncIterator[Post]:
    """Give a post whose Telegram runs; a call that breaks the contract fails the test."""
    async with (
        FakeTelegram() as fake,
        Telegram(fake.token, api=fake.url, commands={}, hint=str) as telegram,
    ):
        yield Post(db, fake, telegram)
        assert fake.violations == []

"""Somebody with chats on several channels, and who delivers to all of them, round by round."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import orjson

from bot import lease
from bot.bell import Bell
from bot.channels.telegram import Telegram
from bot.channels.web.channel import Web
from bot.channels.zalo import Zalo, ZaloBot
from bot.deliver import Deliverer
from bot.ids import Ids
from bot.links.signing import Links
from bot.rerouting import Rerouting
from storage import outbox
from storage.chats import Chat
from storage.database import Database, Row
from storage.outbox import OutboxRow
from tests.bot.mortal import Cut
from tests.fakes.telegram import FakeTelegram
from tests.fakes.zalo import FakeZalo
from tests.hamlet import HandClock

WEB = Chat("web", "", "w1")


class Everywhere:
    """Lan's chats with two bots on Zalo, on Telegram and on the web page; no loop runs."""

    def __init__(
        self, db: Database, zalo: FakeZalo, telegram: FakeTelegram, channels: Sequence[Any]
    ) -> None:
        self.db = db
        self.clock = HandClock()
        self.zalo, self.telegram = zalo, telegram
        self.lan = telegram.person("Lan")
        on_zalo = zalo.person("Lan")
        self.phones = [on_zalo.at(bot) for bot in zalo.bots]
        self.first, self.second = (Chat("zalo", chat.bot, chat.id) for chat in self.phones)
        self._channels = channels
        self._ids = itertools.count(1)
        self.bell = Bell()
        self.rerouting = Rerouting(Ids(self.clock.now_ms, self._next), self.clock, self.bell)
        self.deliver = self.delivering(db)

    def _next(self, _bits: int) -> int:
        return next(self._ids)

    def delivering(self, db: Database, *, name: str = "ours") -> Deliverer:
        """Return who delivers as a process does that has this database."""
        channels = {"web": Web(db, self.bell), **{one.code: one for one in self._channels}}
        return Deliverer(db, channels, self.clock, lease=name, rerouting=self.rerouting)

    def on_telegram(self) -> Chat:
        """Return Lan's chat on Telegram."""
        return Chat("telegram", self.telegram.token.partition(":")[0], str(self.lan.id))

    async def arrives(self, *chats: Chat) -> None:
        """Let Lan write at these chats, at the last of them last."""
        for phone in self.phones:
            await phone.writes("xin chào")
        await self.lan.says("xin chào")
        await self.told(
            """INSERT INTO people (id, name, folded, sort_key, phone, language, merged_into, menu,
                                   demo, created_at)
               VALUES :rows""",
            [("lan", "", "", "", "", "vi", "", "{}", 0, 1)],
        )
        await self.arrives_also(*chats)

    async def arrives_also(self, *chats: Chat) -> None:
        """Let Lan have these chats, too."""
        await self.told(
            """INSERT INTO addresses (id, channel, bot, chat, person, state, seen_at, created_at)
               VALUES :rows""",
            [(f"a-{chat.chat}", *chat, "lan", "open", n, 1) for n, chat in enumerate(chats, 1)],
        )

    async def told(self, sql: str, rows: Sequence[Row]) -> None:
        """Write rows."""
        async with self.db.writing() as tx:
            await tx.run(sql, {"rows": rows})

    def row(self, key: str, chat: Chat, **more: Any) -> OutboxRow:
        """Return a row born to be sent by this process."""
        until = self.clock.ms + lease.MS
        born = {"state": "sending", "lease": "ours", "leased_until": until, "attempts": 1}
        given = {"say": {"text": key}, "created_at": self.clock.ms, **born, **more}
        return OutboxRow(key, *chat, "lan", **given)

    async def keep(self, *rows: OutboxRow) -> None:
        """Write rows of the outbox."""
        async with self.db.writing() as tx:
            await outbox.add(tx, rows)

    async def send(self, *rows: OutboxRow) -> None:
        """Write rows, send them and all that comes of it."""
        await self.keep(*rows)
        self.deliver.send_now(rows)
        await self.rest()

    async def rest(self, deliver: Deliverer | None = None) -> None:
        """Return when nothing is due any more, and all that was sent is marked."""
        deliver = deliver or self.deliver
        while True:
            while deliver._tasks:
                done, _ = await asyncio.wait(deliver._tasks)
                for task in done:
                    if isinstance(error := task.exception(), Cut):
                        raise error
            await deliver._marks.flush()
            if await deliver._claim_due() > 0.0 and not deliver._tasks:
                return

    async def rows(self) -> list[tuple[str, str, str]]:
        """Return the words, the channel and the state of all rows, in the order of their ids."""
        async with self.db.reading() as tx:
            found = await tx.rows("SELECT say, channel, state FROM outbox ORDER BY id")
        return [(orjson.loads(say)["text"], channel, state) for say, channel, state in found]

    def seen(self) -> tuple[list[str], list[str], list[str]]:
        """Return what Lan has read at either bot on Zalo, and on Telegram."""
        first, second = ([bubble.text for bubble in phone.bubbles] for phone in self.phones)
        return first, second, [bubble.text for bubble in self.telegram.bubbles(self.lan)]


@asynccontextmanager
async def everywhere(db: Database) -> AsyncIterator[Everywhere]:
    """Give Lan's chats; a call that breaks a contract fails the test."""
    async with (
        FakeTelegram() as fake,
        FakeZalo(bots=2) as zalo,
        Telegram(fake.token, api=fake.url, commands={}, hint=str) as telegram,
        Zalo(
            [ZaloBot(bot.token, zalo.url) for bot in zalo.bots],
            links=Links("https://kheo.example", "key"),
            hint=str,
            now=lambda: 1,
        ) as on_zalo,
    ):
        yield Everywhere(db, zalo, fake, [telegram, on_zalo])
        assert (fake.violations, zalo.complaints) == ([], [])

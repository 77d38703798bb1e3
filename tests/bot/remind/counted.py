"""Páo on a Zalo of our own whose bot may say only so much, and everything that says it."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from bot.bell import Bell
from bot.channels.zalo import Zalo, ZaloBot
from bot.deliver import Deliverer
from bot.links.signing import Links
from bot.metering import Metering
from bot.remind.asking_again import AskingAgain
from bot.remind.planner import Planner
from bot.remind.rationing import Rationing
from bot.remind.sources import sources
from bot.rerouting import Rerouting
from bot.shell import Shell
from bot.turns import handle
from rules.budget import Meter, Plan, month_of
from storage import delivery, meters
from storage.chats import Chat
from storage.database import Database, Transaction
from storage.meters import Bot, Use
from storage.outbox import OutboxRow
from tests.bot.scene import reach, said
from tests.fakes.zalo import Chat as ZaloChat
from tests.fakes.zalo import FakeZalo
from tests.hamlet import Hamlet, hamlet, settle_in

ALLOWED = 100


@dataclass(slots=True)
class Counted:
    """A world whose people are on Zalo; nothing happens but what a test lets happen."""

    world: Hamlet
    fake: FakeZalo
    zalo: Zalo
    deliver: Deliverer
    planner: Planner

    @property
    def db(self) -> Database:
        """The database."""
        return self.world.db

    @property
    def bot(self) -> Bot:
        """The only bot."""
        return Bot("zalo", self.fake.bots[0].id)

    async def comes(self, person: str) -> ZaloChat:
        """Let somebody of the hamlet be at their phone, and return what is on it."""
        phone = self.fake.person(person).at(self.fake.bots[0])
        await phone.writes("chào")
        await reach(self.world, person, self.chat(phone))
        return phone

    def chat(self, phone: ZaloChat) -> Chat:
        """Return the chat as the bot knows it."""
        return Chat(*self.bot, phone.id)

    async def plans(self, moment: str) -> None:
        """Let what is due at a moment be planned, and go as far as it may."""
        self.world.clock.set(moment)
        await self.planner.plan(self.world.clock.ms)
        await self.goes()

    async def goes(self) -> None:
        """Send what may go."""
        while await self.deliver._claim_due() == 0.0:
            await self._rest()

    async def claims(self, tx: Transaction) -> Sequence[OutboxRow]:
        """Claim one row as a process does; return it if it goes."""
        now, again = self.world.clock.ms, self.deliver._again
        rows = await delivery.claim(
            tx, lease="one", now=now, until=now + 60_000, limit=1, channels=["zalo"]
        )
        return await again.still_owed(tx, rows) if again else rows

    async def claims_alone(self) -> Sequence[OutboxRow]:
        """Do the same in a transaction of its own."""
        async with self.db.writing() as tx:
            return await self.claims(tx)

    async def says(self, phone: ZaloChat, words: str, *, sent: bool = True) -> None:
        """Let somebody say something, and be answered."""
        self.world.clock.ms += 1_000
        async with self.deliver.writing() as tx:
            incoming = said(words, self.chat(phone), at=self.world.clock.ms, id=self._next())
            handled = await handle(tx, [incoming], self.shell)
        if sent:
            self.deliver.send_now(handled.rows)
            await self._rest()

    async def is_killed(self, phone: ZaloChat, words: str) -> None:
        """Let the bot be killed just before what it answers is committed."""
        async with self.db.writing() as tx:
            incoming = said(words, self.chat(phone), at=self.world.clock.ms, id="m:killed")
            await handle(tx, [incoming], self.shell)
            raise KeyboardInterrupt

    @property
    def shell(self) -> Shell:
        """The shell."""
        return self.world.shell

    def _next(self) -> str:
        return f"m:{next(self.world.counter)}"

    async def _rest(self) -> None:
        while self.deliver._tasks:
            await asyncio.wait(self.deliver._tasks)
        await self.deliver._marks.flush()

    async def used(self, sent: int) -> None:
        """Let so much have been said this month already."""
        async with self.db.writing() as tx:
            await meters.count(tx, [Use(self.bot, self._month, sent=sent)])

    async def says_no_more(self) -> None:
        """Let Zalo have said just now that nothing is left of this month."""
        async with self.db.writing() as tx:
            now = self.world.clock.ms
            await meters.spend(tx, bot=self.bot, month=self._month, at=now)

    async def meter(self) -> Meter:
        """Return what is counted this month."""
        async with self.db.reading() as tx:
            counted = await meters.of_month(tx, self._month, ["zalo"])
        return counted.get(self.bot, Meter())

    @property
    def _month(self) -> str:
        clock = self.world.clock
        return month_of(clock.local(clock.ms).date())

    async def rows(self) -> list[tuple[str, str]]:
        """Return the rows that were planned: state, and what holds them."""
        async with self.db.reading() as tx:
            found = await tx.rows("SELECT state, error FROM outbox WHERE planned = 1 ORDER BY id")
        return [(state, error) for state, error in found]


@asynccontextmanager
async def counted(
    db: Database, *, allowed: int = ALLOWED, both: bool = False, served: int = 3_000
) -> AsyncIterator[Counted]:
    """Give a world with one bot on Zalo: by our plan it has so much, Zalo serves so much."""
    world = hamlet(db)
    async with db.writing() as tx:
        await settle_in(tx)
    world.shell = replace(world.shell, plans={"zalo": Plan(allowed, 50, both)})
    async with FakeZalo() as fake:
        fake.bots[0].meter.plan = replace(fake.bots[0].meter.plan, messages=served)
        async with Zalo(
            [ZaloBot(fake.bots[0].token, fake.url)],
            links=Links("https://kheo.example", "key"),
            hint=str,
            now=world.clock.now_ms,
        ) as zalo:
            yield _put_together(world, fake, zalo)
        assert fake.complaints == []


def _put_together(world: Hamlet, fake: FakeZalo, zalo: Zalo) -> Counted:
    shell, channels, asked = world.shell, {"zalo": zalo}, sources()
    again = AskingAgain(shell, asked, Rationing(shell, Metering(channels, world.clock)))
    bell = Bell()
    deliver = Deliverer(
        world.db,
        channels,
        world.clock,
        lease=shell.lease,
        again=again,
        rerouting=Rerouting(shell.ids, world.clock, bell),
    )
    return Counted(world, fake, zalo, deliver, Planner(world.db, shell, deliver, bell, asked))

"""The bloc of Cần Thơ on bots of a Zalo of our own: 84 units, each with two contacts."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from bot.bell import Bell
from bot.channels.zalo import Zalo, ZaloBot
from bot.channels.zalo.intake import Intake
from bot.channels.zalo.spool import Spool
from bot.deliver import Deliverer
from bot.links.signing import Links
from bot.metering import Metering
from bot.receive import Receiving
from bot.rehearsal.settling import Settling, settle
from bot.remind.asking_again import AskingAgain
from bot.remind.planner import Planner
from bot.remind.rationing import Rationing
from bot.remind.sources import sources
from rules.budget import Plan
from storage.database import Database
from tests.fakes.zalo import Chat, FakeZalo
from tests.fakes.zalo import Plan as Served
from tests.hamlet import ZONE, Hamlet, hamlet

FEBRUARY, MARCH, APRIL = "2027-02-15 09:00", "2027-03-01 00:00", "2027-04-01 00:00"


@dataclass(frozen=True, slots=True)
class Size:
    """How many units write to how many bots, and what each bot may say a month.

    asks     how often each contact asks something
    metered  whether we count at all: if not, reminders go when they are due, beside all answers
    """

    units: int = 84
    bots: int = 4
    messages: int = 3000
    asks: int = 3
    metered: bool = True
    seed: int = 1


@dataclass(slots=True)
class Bloc:
    """Everybody and everything; nothing happens but what is let happen. `phones` by person."""

    world: Hamlet
    fake: FakeZalo
    zalo: Zalo
    deliver: Deliverer
    planner: Planner
    receive: Receiving
    intake: Intake
    contacts: Sequence[tuple[str, str]]
    office: str
    phones: dict[str, Chat]

    async def hears(self) -> None:
        """Let the bots hear what was said, and answer."""
        for bot in self.fake.bots:
            while bot.feed.pending:
                update = await self.zalo.bots[bot.id].api.poll(0)
                assert update
                await self.intake.take(bot.id, update)
        await self._rest()

    async def goes(self) -> None:
        """Send what is due and may go."""
        while await self.deliver._claim_due() == 0.0:
            await self._rest()

    async def _rest(self) -> None:
        while self.deliver._tasks:
            await asyncio.wait(self.deliver._tasks)
        await self.deliver._marks.flush()


@asynccontextmanager
async def bloc(db: Database, size: Size, folder: Path) -> AsyncIterator[Bloc]:
    """Give the bloc on the day before March; a unit's contacts write to the same bot."""
    world = hamlet(db, moment=FEBRUARY)
    plans = {"zalo": Plan(size.messages, 50, both=True)} if size.metered else {}
    world.shell = replace(world.shell, plans=plans)
    contacts, office = await _settled(world, size.units)
    served = Served(messages=size.messages, counted="both")

    def now() -> dt.datetime:
        return dt.datetime.fromtimestamp(world.clock.ms / 1000, dt.UTC)

    async with FakeZalo(bots=size.bots, plan=served, clock=now) as fake:
        phones = await _on_zalo(world, fake, contacts)
        bots = [ZaloBot(bot.token, fake.url) for bot in fake.bots]
        links = Links("https://kheo.example", "key")
        async with Zalo(bots, links=links, hint=str, now=world.clock.now_ms) as zalo:
            made = _put_together(world, fake, zalo, folder)
            made.contacts, made.office, made.phones = contacts, office, phones
            made.receive.start()
            yield made
            await made.receive.stop()
        assert fake.complaints == []


async def _settled(world: Hamlet, units: int) -> tuple[list[tuple[str, str]], str]:
    form = world.shell.programmes.forms(dt.date(2027, 3, 1))[0]
    async with world.db.writing() as tx:
        await settle(tx, Settling(form, world.shell.ids, world.clock.ms, ZONE), None)
        rows = await tx.rows("SELECT unit, person, role FROM memberships ORDER BY unit, person")
        gone = sorted({unit for unit, _, role in rows if role == "officer"})[units:]
        await tx.run("DELETE FROM memberships WHERE unit IN :units", {"units": gone})
    contacts = [(u, p) for u, p, role in rows if role == "officer" and u not in gone]
    return contacts, next(person for _, person, role in rows if role == "office")


async def _on_zalo(
    world: Hamlet, fake: FakeZalo, contacts: Sequence[tuple[str, str]]
) -> dict[str, Chat]:
    """Let all contacts have come by Zalo in February, as many to each bot."""
    each = -(-len(contacts) // len(fake.bots))
    phones = {}
    for number, (_, person) in enumerate(contacts):
        bot = fake.bots[number // each]
        phones[person] = phone = fake.person(person).at(bot)
        await phone.writes("chào")
        async with world.db.writing() as tx:
            await tx.run(
                """UPDATE addresses SET channel = 'zalo', bot = :bot, chat = :chat
                   WHERE person = :person""",
                {"bot": bot.id, "chat": phone.id, "person": person},
            )
    for bot in fake.bots:
        bot.feed.pending.clear()
    return phones


def _put_together(world: Hamlet, fake: FakeZalo, zalo: Zalo, folder: Path) -> Bloc:
    shell, channels, asked, bell = world.shell, {"zalo": zalo}, sources(), Bell()
    rationing = Rationing(shell, Metering(channels, world.clock)) if shell.plans else None
    again = AskingAgain(shell, asked, rationing)
    deliver = Deliverer(world.db, channels, world.clock, lease=shell.lease, again=again)
    receive = Receiving(world.db, shell, deliver, bell)
    intake = Intake(zalo, Spool(folder), receiver=receive, now=world.clock.now_ms)
    planner = Planner(world.db, shell, deliver, bell, asked)
    return Bloc(world, fake, zalo, deliver, planner, receive, intake, (), "", {})

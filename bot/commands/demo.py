"""`demo`: invented data comes, goes, and shows its codes."""

import asyncio
import secrets

from typer import Exit

from bot.clock import Clock
from bot.demo.invented import PEOPLE
from bot.demo.loader import load_demo
from bot.ids import Ids
from bot.opening import opened
from bot.programmes import load_programmes
from bot.settings import Settings
from bot.terminal import MISTAKEN, command, complain, say
from storage import demo, units


def load(settings: Settings) -> None:
    """Put the invented data into a database that has no units."""
    asyncio.run(_load(settings))


def remove(settings: Settings) -> None:
    """Take out everything invented and all that hangs on it."""
    asyncio.run(_remove(settings))


def codes(settings: Settings) -> None:
    """Show the codes with which the chat opens as one of the invented people."""
    for person in PEOPLE:
        say(f"{person.code}  {settings.public_url}/vao/{person.code}  {person.described}")
    if not asyncio.run(_is_there(settings)):
        say(f"None of it is in the database now. To put it there: {command('demo load')}")


async def _load(settings: Settings) -> None:
    clock = Clock(settings.zone)
    now = clock.local(clock.now_ms())
    async with opened(settings, beside=True) as database:
        programmes = await load_programmes(database, settings.programmes, at=clock.now_ms())
        form, *_ = programmes.forms(now.date())
        async with database.writing() as tx:
            if await demo.has_demo(tx):
                say("The invented data is there already.")
                return
            if await units.unit_names(tx, today=now.date().isoformat()):
                complain("There are real units in the database; invented ones do not go with them.")
                raise Exit(MISTAKEN)
            await load_demo(tx, form, ids=Ids(clock.now_ms, secrets.randbits), now=now)
    say(f"The invented data is there. How to use it: {command('demo codes')}")


async def _remove(settings: Settings) -> None:
    async with opened(settings, beside=True) as database, database.writing() as tx:
        there = await demo.has_demo(tx)
        await demo.remove_demo(tx)
    say("Everything invented is gone." if there else "There is nothing invented in the database.")


async def _is_there(settings: Settings) -> bool:
    async with opened(settings, beside=True) as database, database.reading() as tx:
        return await demo.has_demo(tx)

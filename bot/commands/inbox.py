"""`inbox`: what people said that the bot failed at, kept for a human to look at."""

import asyncio

from rich.console import Console
from rich.table import Column, Table

from bot.clock import Clock
from bot.opening import opened
from bot.settings import Settings
from bot.terminal import say
from storage.inbox import Failure, failures


def inbox(settings: Settings) -> None:
    """Show the messages that could not be handled, with why."""
    found = asyncio.run(_failures(settings))
    if not found:
        say("Every message that came in was handled.")
        return
    clock = Clock(settings.zone)
    table = Table(*(Column(name, overflow="fold") for name in ("Came", "From", "What")), box=None)
    for failure in found:
        came = clock.local(failure.at).strftime("%d/%m/%Y %H:%M")
        table.add_row(came, f"{failure.key.channel} {failure.key.chat}", failure.body)
    Console().print(table)


async def _failures(settings: Settings) -> list[Failure]:
    async with opened(settings, beside=True) as database, database.reading() as tx:
        return await failures(tx)

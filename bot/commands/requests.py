"""`requests`: what people asked for about their own data and nobody has answered yet."""

import asyncio
import datetime as dt

from rich.console import Console
from rich.table import Column, Table

from bot.clock import Clock
from bot.opening import opened
from bot.settings import Settings
from bot.terminal import say
from storage.data_requests import OpenRequest, open_ones

_KINDS = {
    "see": "to see it",
    "correct": "to have it corrected",
    "export": "a copy of it",
    "withdraw": "to withdraw consent",
    "erase": "to have it erased",
}
_COLUMNS = ("Asked", "To be done by", "What", "Who", "Phone")


def requests(settings: Settings) -> None:
    """Show the open requests, the most urgent first."""
    found = asyncio.run(_open_ones(settings))
    if not found:
        say("Every request people made about their own data was answered.")
        return
    clock = Clock(settings.zone)
    table = Table(*(Column(name, overflow="fold") for name in _COLUMNS), box=None)
    for one in found:
        asked = clock.local(one.request.at).strftime("%d/%m/%Y %H:%M")
        due = dt.date.fromisoformat(one.request.due_day).strftime("%a %d/%m/%Y")
        table.add_row(asked, due, _KINDS[one.request.kind], one.name or "-", one.phone or "-")
    Console().print(table)


async def _open_ones(settings: Settings) -> list[OpenRequest]:
    async with opened(settings, beside=True) as database, database.reading() as tx:
        return await open_ones(tx)

"""`outbox`: the messages a human should look after."""

import asyncio

from rich.console import Console
from rich.table import Column, Table

from bot.clock import Clock
from bot.opening import opened
from bot.settings import Settings
from bot.terminal import say
from storage.outbox import OutboxRow
from storage.undelivered import undelivered

_MEANINGS = {"failed": "did not arrive", "unknown": "may have arrived"}
_COLUMNS = ("Written", "To", "State", "Why", "Message")
_LONGEST = 60


def outbox(settings: Settings) -> None:
    """Show the messages that failed or of which nobody knows whether they arrived."""
    rows = asyncio.run(_rows(settings))
    if not rows:
        say("Every message that was sent has arrived.")
        return
    clock = Clock(settings.zone)
    table = Table(*(Column(name, overflow="fold") for name in _COLUMNS), box=None)
    for row in rows:
        written = clock.local(row.created_at).strftime("%d/%m/%Y %H:%M")
        words = " ".join(str(row.say.get("text", "")).split())
        cells = (f"{row.channel} {row.chat}", _MEANINGS[row.state], row.error, words[:_LONGEST])
        table.add_row(written, *cells)
    Console().print(table)


async def _rows(settings: Settings) -> list[OutboxRow]:
    async with opened(settings, beside=True) as database, database.reading() as tx:
        return await undelivered(tx)

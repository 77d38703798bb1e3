"""A March of 168 contacts on four free bots; `python -m tests.prove.march`."""

import asyncio
import logging
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import structlog
import typer
from rich.console import Console
from rich.table import Table

from storage.database import open_database
from storage.migrate import migrate
from tests.prove.march_bloc import Size
from tests.prove.march_month import BotsMarch, March, march

OUT = Console(width=140, soft_wrap=True)
KINDS = ("answer", "announcement", "reminder", "reminder with an answer")
# An account has three bots: nobody says whether the 3,000 are each bot's or the account's.
SHARED = 1000


def main(
    seed: Annotated[int, typer.Option(help="Which March of all there could be.")] = 1,
    units: Annotated[int, typer.Option(help="With two contacts each.")] = 84,
    bots: Annotated[int, typer.Option(help="Between which they are divided.")] = 4,
    loud: Annotated[int, typer.Option(help="How often each asks in a loud March.")] = 26,
    shared: Annotated[int, typer.Option(help="What a bot has of a plan it shares.")] = SHARED,
) -> None:
    """Live through some Marches, with what saves messages and without it."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    quiet = Size(units=units, bots=bots, seed=seed)
    marches = {
        "a quiet March": quiet,
        "a loud March": replace(quiet, asks=loud),
        f"a quiet March on {shared:,} messages a bot": replace(quiet, messages=shared),
    }
    for name, size in marches.items():
        for metered in (True, False):
            begun = time.monotonic()
            lived = asyncio.run(lived_through(replace(size, metered=metered)))
            how = "counted" if metered else "not counted"
            title = f"{name}, {how} ({time.monotonic() - begun:.0f} s)"
            OUT.print(_table(title, lived, size.messages))


async def lived_through(size: Size) -> March:
    """Return a March on a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/kheo.db"
        database = await open_database(url)
        await migrate(database)
        await database.close()
        return await march(url, size, Path(folder))


def _table(title: str, lived: March, messages: int) -> Table:
    shown = Table(title=title, caption=_below(lived))
    for column in ("bot", "people", "sent", "received", *KINDS, "used", "share", "refused"):
        shown.add_column(column, no_wrap=True)
    for number, bot in enumerate(lived.bots, 1):
        shown.add_row(str(number), *_cells(bot, messages))
    return shown


def _cells(bot: BotsMarch, messages: int) -> Sequence[str]:
    kinds = (f"{bot.kinds[kind]:,}" for kind in KINDS)
    share = f"{bot.used / messages:.0%}"
    counts = (f"{many:,}" for many in (bot.people, bot.sent, bot.received))
    return (*counts, *kinds, f"{bot.used:,}", share, f"{bot.refused:,}")


def _below(lived: March) -> str:
    return (
        f"{lived.registered} models registered, {lived.unanswered} times nobody answered, "
        f"{lived.held} reminders of no use any more when there was room"
    )


if __name__ == "__main__":
    typer.run(main)

"""The long proof of a year: 84 organisations and 4,600 people; `python -m tests.prove.year`."""

import asyncio
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Literal

import typer
from rich.console import Console

from storage.database import open_database
from storage.migrate import migrate
from tests import postgres
from tests.prove.bloc_year import BlocYear, Size
from tests.prove.year_oracle import Lived, wrong

OUT = Console(width=100, soft_wrap=True)
_SHOWN = 20


def main(
    seed: Annotated[int, typer.Option(help="Which year of all there could be.")] = 1,
    members: Annotated[int, typer.Option(help="Of each unit, besides two contacts.")] = 53,
    database: Annotated[Literal["sqlite", "postgres", "both"], typer.Option()] = "both",
) -> None:
    """Go through a year on each database; end with 1 if anything was lost, doubled or wrong."""
    bad = 0
    for kind in ("sqlite", "postgres") if database == "both" else (database,):
        with _empty(kind) as url:
            begun = time.monotonic()
            lived = asyncio.run(_live(url, Size(seed, members=members)))
        found = wrong(lived)
        OUT.print(f"{kind}: {time.monotonic() - begun:.0f} s, {_said(lived)}; wrong: {len(found)}")
        for one in found[:_SHOWN]:
            OUT.print(f"  {one}")
        bad += len(found)
    sys.exit(bool(bad))


async def _live(url: str, size: Size) -> Lived:
    database = await open_database(url)
    await migrate(database)
    await database.close()
    return await BlocYear(url, size).live()


@contextmanager
def _empty(kind: str) -> Iterator[str]:
    if kind == "sqlite":
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{folder}/kheo.db"
        return
    with postgres.running() as server, server.database() as url:
        yield url


def _said(lived: Lived) -> str:
    deeds = Counter(deed.what for deed in lived.deeds)
    why = Counter(one.reason or "sent" for one in lived.planned)
    return (
        f"{len(lived.planned)} planned ({dict(why)}), {len(lived.told)} messages, "
        f"{len(lived.invited)} meetings, done by people: {dict(deeds)}"
    )


if __name__ == "__main__":
    typer.run(main)

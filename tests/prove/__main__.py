"""The long proof: hundreds of kills on both databases; `python -m tests.prove --help`."""

from __future__ import annotations

import asyncio
import itertools
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from pathlib import Path
from random import Random
from typing import Annotated, Literal, TypeAlias

import typer
from rich.console import Console

from tests import postgres
from tests.prove.kept import store_at
from tests.prove.lives import Nursery, nursery
from tests.prove.oracle import Record
from tests.prove.plays import killed_at_random, killed_once
from tests.prove.stage import Stage, stage
from tests.prove.story import story
from tests.prove.tally import counted, table
from tests.prove.wrapping import NAMES
from tests.prove.zalo_modes import ZALO_MODES

A_RUN = 20  # kills
AT_ONCE = 3  # runs of a few people who mostly wait
OUT = Console(width=100, soft_wrap=True)
CHANNELS = {"telegram": ("polling", "webhook"), "zalo": tuple(ZALO_MODES)}
Databases: TypeAlias = Callable[[], AbstractContextManager[str]]
Kind: TypeAlias = Literal["sqlite", "postgres", "both"]


class Proof:
    """Runs on one kind of database, and what they came to."""

    def __init__(
        self, services: Nursery, kind: str, databases: Databases, modes: Sequence[str]
    ) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self._modes = modes
        self._services = services
        self._kind = kind
        self._databases = databases

    async def at_random(self, kills: int, seed: int) -> None:
        """Kill so often at random, a few dozen times in each run; with calls that fail, without."""
        ways = itertools.cycle(itertools.product(self._modes, (False, True)))
        for number, (mode, troubled) in zip(range(-(-kills // A_RUN)), ways, strict=False):
            random = Random(f"{seed} {number}")  # noqa: S311 - repeatable
            now = min(A_RUN, kills - number * A_RUN)
            async with self._stage(mode) as play:
                record = await killed_at_random(play, now, random, troubled=troubled)
            self._note("at random", f"{mode}{', troubled' * troubled}", record)

    async def everywhere(self, seed: int) -> None:
        """Kill at the first crossing of each boundary, at the second, until none is left."""
        names = iter(NAMES)
        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(self._each(names, seed))

    async def _each(self, names: Iterator[str], seed: int) -> None:
        for name in names:
            for nth in itertools.count(1):
                random = Random(f"{seed} {name} {nth}")  # noqa: S311 - repeatable
                async with self._stage(self._modes[0]) as play:
                    record = await killed_once(play, f"{name}:{nth}", random)
                self._note("at boundaries", f"{name}:{nth}", record)
                if not record.deaths:
                    break

    @asynccontextmanager
    async def _stage(self, mode: str) -> AsyncIterator[Stage]:
        with self._databases() as url, tempfile.TemporaryDirectory() as folder:
            async with stage(self._services, store_at(url), Path(folder), mode=mode) as play:
                yield play

    def _note(self, how: str, what: str, record: Record) -> None:
        count = counted(record)
        self.counts.setdefault(f"{self._kind} {how}", Counter()).update(count)
        OUT.print(f"{self._kind} {what}: " + ", ".join(f"{v} {k}" for k, v in count.items()))
        if told := story(record):
            OUT.print(told, markup=False, highlight=False)


@contextmanager
def _files() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/kheo.db"


def main(
    *,
    kills: Annotated[int, typer.Option(help="Kills at random moments, on each database.")] = 200,
    database: Annotated[Kind, typer.Option(help="The database.")] = "both",
    seed: Annotated[int, typer.Option(help="Makes another run of it.")] = 1,
    boundaries: Annotated[bool, typer.Option(help="Kill at each boundary, too.")] = True,
    channel: Annotated[Literal["telegram", "zalo"], typer.Option()] = "telegram",
    mode: Annotated[str, typer.Option(help="One way of the channel's; else all in turns.")] = "",
) -> None:
    """Kill the service again and again while people register; print what was lost."""
    began = time.monotonic()
    modes = (mode,) if mode else CHANNELS[channel]
    counts: dict[str, Counter[str]] = {}
    with nursery("tests.prove.launch") as services, postgres.running() as server:
        for kind, databases in (("sqlite", _files), ("postgres", server.database)):
            if database in {kind, "both"}:
                proof = Proof(services, kind, databases, modes)
                asyncio.run(_prove(proof, kills, seed, boundaries=boundaries))
                counts |= proof.counts
    OUT.print(table(counts))
    OUT.print(f"Seed {seed}, {time.monotonic() - began:.0f} seconds.")
    sys.exit(any(count["wrong"] for count in counts.values()))


async def _prove(proof: Proof, kills: int, seed: int, *, boundaries: bool) -> None:
    await proof.at_random(kills, seed)
    if boundaries:
        await proof.everywhere(seed)


if __name__ == "__main__":
    typer.run(main)

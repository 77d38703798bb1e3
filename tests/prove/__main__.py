"""The long proof: hundreds of kills on both databases; `python -m tests.prove --help`."""

from __future__ import annotations

import asyncio
import itertools
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
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
from tests.prove.plays import TROUBLES, killed_at_random, killed_once
from tests.prove.stage import Stage, stage
from tests.prove.story import story
from tests.prove.tally import counted, table
from tests.prove.wrapping import NAMES

A_RUN = 20  # kills
AT_ONCE = 3  # runs of a few people who mostly wait
OUT = Console(width=100, soft_wrap=True)
# How updates come in and what goes wrong at Telegram besides, in turns.
WAYS: tuple[tuple[Literal["polling", "webhook"], bool], ...] = (
    ("polling", False),
    ("polling", True),
    ("webhook", False),
    ("webhook", True),
)
Databases: TypeAlias = Callable[[], AbstractContextManager[str]]
Kind: TypeAlias = Literal["sqlite", "postgres", "both"]


class Proof:
    """Runs on one kind of database, and what they came to."""

    def __init__(self, services: Nursery, kind: str, databases: Databases) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self._services = services
        self._kind = kind
        self._databases = databases

    async def at_random(self, kills: int, seed: int) -> None:
        """Kill so often at random, a few dozen times in each run."""
        for number, (mode, troubled) in zip(
            range(-(-kills // A_RUN)), itertools.cycle(WAYS), strict=False
        ):
            random = Random(f"{seed} {number}")  # noqa: S311 - repeatable
            now = min(A_RUN, kills - number * A_RUN)
            async with self._stage(mode) as play:
                troubles = TROUBLES if troubled else ()
                record = await killed_at_random(play, now, random, troubles=troubles)
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
                async with self._stage("polling") as play:
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
) -> None:
    """Kill the service again and again while people register; print what was lost."""
    began = time.monotonic()
    counts: dict[str, Counter[str]] = {}
    with nursery("tests.prove.launch") as services, postgres.running() as server:
        for kind, databases in (("sqlite", _files), ("postgres", server.database)):
            if database in {kind, "both"}:
                proof = Proof(services, kind, databases)
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

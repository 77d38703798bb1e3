"""`make bench`: this bot and a plain one, in turn, over real HTTP; the ratio is what counts."""

import argparse
import asyncio
import os
import resource
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.table import Table

from bench.people import KHEO, PLAIN, Outcome, Step, register_all
from tests.fakes.telegram import FakeTelegram

HERE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one bot in one run."""

    name: str
    updates_a_second: float
    median_ms: float
    slow_ms: float
    cpu_ms: float
    start_s: float


async def measure(name: str, steps: Sequence[Step], *, people: int) -> Figures:
    """Start a bot, let people register at once, stop it."""
    with tempfile.TemporaryDirectory() as folder:
        async with FakeTelegram() as telegram:
            began, used = perf_counter(), _cpu()
            bot = await _start(name, telegram, Path(folder))
            try:
                await telegram.called("getUpdates", within=30)
                start = perf_counter() - began
                outcome = await register_all(telegram, steps, people=people)
            finally:
                bot.terminate()
                await bot.wait()
    return _figures(name, outcome, cpu=_cpu() - used, start=start)


async def _start(name: str, telegram: FakeTelegram, folder: Path) -> asyncio.subprocess.Process:
    if name == "plain":
        command = ["-m", "bench.plain_bot", telegram.url, telegram.token, str(folder / "plain.db")]
        settings: Mapping[str, str] = {}
    else:
        command = ["main.py", "run"]
        settings = {
            "KHEO_DATA": str(folder),
            "KHEO_PORT": "0",
            "KHEO_TELEGRAM_TOKEN": telegram.token,
            "KHEO_TELEGRAM_API": telegram.url,
        }
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *command,
        cwd=HERE,
        env={**os.environ, **settings},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _figures(name: str, outcome: Outcome, *, cpu: float, start: float) -> Figures:
    count = len(outcome.waits)
    return Figures(
        name,
        count / outcome.seconds,
        statistics.median(outcome.waits),
        outcome.waits[int(count * 0.95)],
        cpu * 1000 / count,
        start,
    )


def show(runs: Sequence[Figures]) -> None:
    """Print the figures, and the ratio of the medians."""
    table = Table("bot", "updates/s", "median ms", "95 % ms", "CPU ms an update", "start s")
    for run in runs:
        cells = (run.updates_a_second, run.median_ms, run.slow_ms, run.cpu_ms)
        table.add_row(run.name, *(f"{cell:.1f}" for cell in cells), f"{run.start_s:.2f}")
    console = Console()
    console.print(table)
    speeds = {
        name: statistics.median(r.updates_a_second for r in runs if r.name == name)
        for name in ("kheo", "plain")
    }
    console.print(
        f"updates a second, Khéo to the plain bot: {speeds['kheo'] / speeds['plain']:.2f}"
    )


def main() -> None:
    """Measure both in turn, as often as asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--repeats", type=int, default=3)
    given = parser.parse_args()
    runs = [
        asyncio.run(measure(name, steps, people=given.people))
        for _ in range(given.repeats)
        for name, steps in (("kheo", KHEO), ("plain", PLAIN))
    ]
    show(runs)


if __name__ == "__main__":
    main()

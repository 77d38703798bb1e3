"""The bot of the demo: the real one, by a clock that is moved over its standard input.

`python -m bot.demo.bot FOLDER` reads how many milliseconds its clock is moved, one number a line,
the first before it begins; it ends when there are no more.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

import uvloop

from bot.assembly import Assembly
from bot.demo.moved_clock import MovedClock
from bot.log import configure_log
from bot.service import serve
from bot.settings import Settings, read_settings

READY = b"ready\n"
_OURS_ALONE = 0o077


def main(folder: Path) -> None:
    """Serve until there is nobody to tell the time any more."""
    os.umask(_OURS_ALONE)
    configure_log()
    uvloop.run(_live(read_settings(os.environ, here=folder)))


async def _live(settings: Settings) -> None:
    moves = await _lines()
    clock = MovedClock(settings.zone, int(await moves.readline()))
    following: list[asyncio.Task[None]] = []

    def ready(parts: Assembly) -> None:
        following.append(asyncio.create_task(_follow(moves, clock, parts), name="moving"))
        os.write(sys.stdout.fileno(), READY)

    await serve(settings, clock=clock, ready=ready)


async def _follow(moves: asyncio.StreamReader, clock: MovedClock, parts: Assembly) -> None:
    """Move the clock as it is told, and let the planner look at it."""
    while line := await moves.readline():
        clock.moved = int(line)
        parts.reminding.clock.poke()
    signal.raise_signal(signal.SIGTERM)


async def _lines() -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
    )
    return reader


if __name__ == "__main__":
    main(Path(sys.argv[1]))

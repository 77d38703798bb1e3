"""The bot's process: started, told the time, killed, and started again on what is left."""

import asyncio
import contextlib
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.demo.bot import READY
from bot.demo.moved_clock import MovedClock

HOUSE = Path(__file__).resolve().parents[2]
DEAD_SECONDS = 2.0  # so that people see what a dead bot looks like


class NotBornError(Exception):
    """The bot ended before it was ready; the message is what it wrote."""


class Life:
    """One bot on one folder, again and again; it goes by the same time as `clock`."""

    def __init__(self, clock: MovedClock, env: Mapping[str, str], folder: Path) -> None:
        self.clock = clock
        self.alive = False
        self._env = env
        self._folder = folder
        self._process: asyncio.subprocess.Process | None = None
        self._watching: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Start it, and return when it is ready. Raises NotBornError."""
        await self._bear()
        self._watching = asyncio.create_task(self._watch(), name="the bot's life")

    async def move(self, milliseconds: int) -> None:
        """Move its clock, back where it is less than 0."""
        self.clock.moved += milliseconds
        await self._tell()

    def kill(self) -> None:
        """Kill it where it stands."""
        if self._process and self.alive:
            self.alive = False
            self._process.kill()

    async def stop(self) -> None:
        """End it for good."""
        if self._watching:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        if self._process and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    async def _watch(self) -> None:
        while self._process:
            await self._process.wait()
            self.alive = False
            await asyncio.sleep(DEAD_SECONDS)
            with contextlib.suppress(NotBornError):  # then it is tried again
                await self._bear()

    async def _bear(self) -> None:
        log = self._folder / "bot.log"
        with log.open("ab") as out:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot.demo.bot", str(self._folder)),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=out,
                cwd=HOUSE,
                env=dict(self._env),
                start_new_session=True,  # Ctrl+C is for who started the demo
            )
        await self._tell()
        if not self._process.stdout or await self._process.stdout.readline() != READY:
            raise NotBornError(log.read_text("utf-8"))
        self.alive = True

    async def _tell(self) -> None:
        if self._process and self._process.stdin:
            # Who is being killed hears nothing, and is told when it is born again.
            with contextlib.suppress(ConnectionError):
                self._process.stdin.write(b"%d\n" % self.clock.moved)
                await self._process.stdin.drain()

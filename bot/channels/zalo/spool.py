"""What came in while the database was away: on our disk until it can be taken in."""

import asyncio
import secrets
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from bot.older_files import older_files
from bot.whole import write_whole

SPOOL = "zalo-spool"  # the folder, beside the database
_HALF_WRITTEN_SECONDS = 3600.0  # older: whoever wrote it was killed, and acknowledged nothing


@dataclass(frozen=True, slots=True)
class Spooled:
    """A body of a bot's that waits; `at` is when it was received, UTC milliseconds."""

    bot: str
    at: int
    file: Path


class Spool:
    """Files of one body each, by bot, that nobody but us can read; replicas may share `folder`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        waiting = self._files()
        self._held = Counter(one.bot for one in waiting)
        self._coming: Counter[str] = Counter()
        self._last = max((_number(one.file) for one in waiting), default=0)
        self._turn = asyncio.Lock()

    def holds(self, bot: str) -> bool:
        """Return whether something of a bot's waits: what comes now has to wait behind it."""
        return self._held[bot] + self._coming[bot] > 0

    async def keep(self, bot: str, body: bytes, *, at: int) -> None:
        """Keep a body behind those before it; it survives a power cut then. Raises OSError."""
        self._coming[bot] += 1
        try:
            async with self._turn:  # in the order of the calls
                # Clocks are set back, and still the order holds.
                self._last = max(at, self._last + 1)
                name = f"{self._last:015d}-{at}-{secrets.token_hex(4)}.json"
                await asyncio.to_thread(self._write, self._folder / bot / name, body)
                self._held[bot] += 1
        finally:
            self._coming[bot] -= 1

    async def waiting(self) -> list[Spooled]:
        """Return what waits, of each bot in order. Raises OSError."""
        async with self._turn:
            found = await asyncio.to_thread(self._files)
            self._held = Counter(one.bot for one in found)  # others have taken from here, too
        return found

    async def read(self, one: Spooled) -> bytes:
        """Return a body. Raises OSError."""
        return await asyncio.to_thread(one.file.read_bytes)

    async def remove(self, one: Spooled) -> None:
        """Delete a body that was taken in. Raises OSError."""
        await asyncio.to_thread(one.file.unlink, missing_ok=True)
        self._held[one.bot] = max(0, self._held[one.bot] - 1)

    async def sweep(self) -> None:
        """Delete what was never written to its end. Raises OSError."""
        await asyncio.to_thread(self._sweep)

    def _files(self) -> list[Spooled]:
        found = sorted(self._folder.glob("*/[0-9]*.json"), key=lambda file: file.name)
        return [Spooled(file.parent.name, int(file.name.split("-")[1]), file) for file in found]

    def _write(self, place: Path, body: bytes) -> None:
        for folder in (self._folder, place.parent):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(place, body)

    def _sweep(self) -> None:
        moment = time.time() - _HALF_WRITTEN_SECONDS
        for file in older_files(self._folder, "*/.*.part", moment=moment):
            file.unlink(missing_ok=True)


def _number(file: Path) -> int:
    return int(file.name.split("-")[0])

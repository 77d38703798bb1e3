"""A list that only grows and outlives the database: lines in a file, on the disk when added."""

import asyncio
import os
from collections.abc import Sequence
from pathlib import Path

from bot.sync_folder import sync_folder


class LastingList:
    """The lines of a file; a line cut short by a power failure spoils none that follow it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def add(self, lines: Sequence[str]) -> None:
        """Add lines; when this returns they survive a power cut. Raises OSError."""
        await asyncio.to_thread(self._add, "".join(f"{line}\n" for line in lines).encode())

    async def read(self) -> list[str]:
        """Return all lines, none when there is no file yet. Raises OSError."""
        return await asyncio.to_thread(self._read)

    def _add(self, data: bytes) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        new = not self._path.exists()
        with self._path.open("ab+") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                data = data if file.read() == b"\n" else b"\n" + data
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if new:
            sync_folder(self._path.parent)

    def _read(self) -> list[str]:
        try:
            return self._path.read_text("utf-8", "replace").splitlines()
        except FileNotFoundError:
            return []

"""Where the bytes of files lie: each under a name that tells nothing and is nobody else's."""

import asyncio
import hashlib
from pathlib import Path

from bot.older_files import older_files
from bot.whole import write_whole
from rules.refused import Refused


class FileKeeper:
    """Keeps bytes under `folder`/files, which replicas may share."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "files"

    async def keep(self, data: bytes, *, of: str) -> str:
        """Keep bytes and return their hash; when this returns they survive a power cut.

        `of` goes into the hash: the same bytes of two files lie in two places, so that deleting
        one takes nothing from the other. Raises OSError.
        """
        name = hashlib.sha256(of.encode() + b"\0" + data).hexdigest()
        await asyncio.to_thread(write_whole, self._place(name), data)
        return name

    async def read(self, name: str) -> bytes:
        """Return the bytes of a hash; Refused "file-gone" when they are not there."""
        if not name:
            raise Refused("file-gone")
        try:
            return await asyncio.to_thread(self._place(name).read_bytes)
        except FileNotFoundError:
            raise Refused("file-gone") from None

    async def remove(self, name: str) -> None:
        """Delete the bytes of a hash, if they are there."""
        await asyncio.to_thread(self._place(name).unlink, missing_ok=True)

    async def older_than(self, moment: float) -> list[str]:
        """Return the hashes whose bytes were written before a time (seconds since 1970)."""
        old = await asyncio.to_thread(older_files, self._folder, "??/*", moment=moment)
        return [path.name for path in old]

    def _place(self, name: str) -> Path:
        return self._folder / name[:2] / name

"""Files that are whole or not there: written beside their place, moved there, on the disk."""

import os
import tempfile
from pathlib import Path

from bot.sync_folder import sync_folder


def write_whole(place: Path, data: bytes) -> None:
    """Write so that a file of this name is whole, whatever dies when; raises OSError."""
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    for folder in place.parents[:3]:  # the two above may be new as well
        sync_folder(folder)

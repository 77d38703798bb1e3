"""Names of files that survive a power cut."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Put on the disk which files a folder holds; raises OSError."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

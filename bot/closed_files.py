"""Files with secrets: nobody but us may read them."""

import os
from collections.abc import Mapping
from pathlib import Path


def write_closed(files: Mapping[Path, bytes]) -> None:
    """Write files closed to others; never in place of any that are there. Raises OSError."""
    for path, data in files.items():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)

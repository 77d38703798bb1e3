"""Where tests keep their files: in memory where there is room. Nothing of theirs has to last."""

import os
import shutil
import tempfile
from pathlib import Path

MEMORY = Path("/dev/shm")  # noqa: S108 - each test makes a folder of its own in it
ROOM = 2 * 1024**3


def keep_files_in_memory() -> None:
    """Let temporary folders of this process and its children be in memory, unless told where."""
    if "TMPDIR" not in os.environ and _takes_all():
        os.environ["TMPDIR"] = str(MEMORY)
        tempfile.tempdir = None  # it is found anew


def _takes_all() -> bool:
    """Tell whether there is memory for files, also for programs a test writes and runs."""
    if not os.access(MEMORY, os.W_OK) or shutil.disk_usage(MEMORY).free < ROOM:
        return False
    return not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC

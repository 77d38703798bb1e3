"""Whether others on this machine can read our secrets."""

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.doctor.finding import Finding

_OTHERS = stat.S_IROTH | stat.S_IWOTH


def examine(files: Sequence[Path]) -> Iterator[Finding]:
    """Yield a finding for each file with secrets."""
    for file in files:
        if file.stat().st_mode & _OTHERS:
            told = f"{file} holds secrets and everybody here can read it; run: chmod 600 {file}"
            yield Finding("know", told)
        else:
            yield Finding("right", f"{file} is closed to others.")

"""Khéo's commands as operators type them, each a process of its own."""

import os
import select
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bot.settings_given import DEFAULTS, SECRETS
from tests.prove.lives import Births, Life, born_of

HOUSE = Path(__file__).parents[1]
# Whatever this machine's .env says is not meant for tests: the environment wins, also by nothing.
NOTHING = dict.fromkeys((*DEFAULTS, *(f"{name}_FILE" for name in SECRETS)), "")


class Terminal:
    """Where commands are typed."""

    def __init__(self, born: Births) -> None:
        self._born = born

    def run(
        self, command: tuple[str, ...], *, folder: Path, env: Mapping[str, str], answers: str = ""
    ) -> "subprocess.CompletedProcess[str]":
        """Return how a command typed in a folder ended, and what it said."""
        with tempfile.TemporaryDirectory() as kept:
            asked, said, complained, code = (Path(kept, name) for name in ["0", "1", "2", "code"])
            asked.write_text(answers, "utf-8")
            said.touch()
            pid = self._type(command, folder, env, (asked, said, complained), code)
            descriptor = os.pidfd_open(pid)
            select.select([descriptor], [], [])
            os.close(descriptor)
            texts = (said.read_text("utf-8"), complained.read_text("utf-8"))
            return subprocess.CompletedProcess(command, int(code.read_text("utf-8")), *texts)

    def begin(self, command: tuple[str, ...], *, env: Mapping[str, str], log: Path) -> Life:
        """Return a command that goes on, and writes to a log; `log.code` is how it ended."""
        code = log.with_suffix(".code")
        code.unlink(missing_ok=True)
        nothing = Path(os.devnull)
        return Life(self._type(command, HOUSE, env, (nothing, nothing, log), code))

    def _type(
        self,
        command: tuple[str, ...],
        folder: Path,
        env: Mapping[str, str],
        streams: tuple[Path, Path, Path],
        code: Path,
    ) -> int:
        order = {
            "typed": [f"{HOUSE}/main.py", *command],
            "folder": str(folder),
            "env": {**os.environ, **NOTHING, **env},
            "streams": [str(path) for path in streams],
            "code": str(code),
        }
        return self._born(order)


@contextmanager
def at_terminal() -> Iterator[Terminal]:
    """Give a terminal; what was begun there does not outlive it."""
    with born_of("tests.terminal_nursery") as born:
        yield Terminal(born)

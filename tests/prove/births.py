"""Forks of a process that has imported all they need, so that Python starts once."""

import ctypes
import json
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def births(live: Callable[[dict[str, Any]], None]) -> None:
    """Fork a child for each order on stdin, one JSON object a line, and answer its pid.

    `live` is what it does; those that still live when the orders end die with their parent.
    """
    for line in sys.stdin:
        _reap()
        pid = os.fork()
        if pid == 0:
            ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
            live(json.loads(line))
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


def _reap() -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return

"""A process in which everything is imported already: each service is a fork of it, born in no time.

Reads one JSON object a line, the environment and the log file of a service, and answers its pid.
"""

import ctypes
import json
import os
import signal
import sys
from typing import Any

from tests.prove.launch import live

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


def main() -> None:
    """Bear services until the orders end; those that still live then die with their parent."""
    for line in sys.stdin:
        _reap()
        pid = os.fork()
        if pid == 0:
            _be_born(json.loads(line))
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


def _reap() -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return


def _be_born(order: dict[str, Any]) -> None:
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    log = os.open(order["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(log, 1)
    os.dup2(log, 2)
    os.environ.update(order["env"])
    try:
        live()
    except BaseException:  # noqa: BLE001 - whatever it died of stands in the log
        sys.excepthook(*sys.exc_info())
        sys.stderr.write("CRASHED\n")
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    main()

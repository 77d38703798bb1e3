"""A process that has imported a program already: each service is a fork of it, born in no time.

`python -m tests.prove.nursery MODULE` reads one JSON object a line, the environment and the log
file of a service, answers its pid, and lets the module's `live` run there.
"""

import importlib
import os
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

from tests.prove.births import births

CRASHED = "CRASHED"  # the last line in the log of who did not come to a good end


def main(module: str) -> None:
    """Bear services until the orders end."""
    live = importlib.import_module(module).live
    births(partial(_be_born, live=live))


def _be_born(order: dict[str, Any], live: Callable[[], None]) -> None:
    _write_to(order["log"])
    os.environ.update(order["env"])
    try:
        live()
    except BaseException:  # noqa: BLE001 - whatever it died of stands in the log
        sys.excepthook(*sys.exc_info())
        sys.stderr.write(f"{CRASHED}\n")
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


def _write_to(path: str) -> None:
    log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(log, 1)
    os.dup2(log, 2)


if __name__ == "__main__":
    main(sys.argv[1])

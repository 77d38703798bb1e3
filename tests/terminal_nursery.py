"""The command line, imported once: each command is a fork of this, so that Python starts once.

`python -m tests.terminal_nursery` reads one JSON object a line: what is typed, where, with which
environment and files for its streams. It answers the pid; what ends leaves its code in a file.
"""

import importlib
import os
import pkgutil
import sys
from pathlib import Path
from typing import Any

import main
from bot import commands
from tests.prove.births import births

_WAYS = (os.O_RDONLY, os.O_WRONLY, os.O_WRONLY | os.O_CREAT | os.O_APPEND)


def bear() -> None:
    """Begin one command after the other until the orders end."""
    for module in pkgutil.iter_modules(commands.__path__, f"{commands.__name__}."):
        importlib.import_module(module.name)
    births(_obey)


def _obey(order: dict[str, Any]) -> None:
    for descriptor, (path, way) in enumerate(zip(order["streams"], _WAYS, strict=True)):
        os.dup2(os.open(path, way, 0o600), descriptor)
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["env"])
    sys.argv = order["typed"]
    code = _code()
    sys.stdout.flush()
    sys.stderr.flush()
    Path(order["code"]).write_text(str(code), "utf-8")
    os._exit(code)


def _code() -> int:
    """Run the command; return what it ends with, as a process of its own would."""
    try:
        main.app()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - told as Python tells it
        sys.excepthook(*sys.exc_info())
        return 1
    return 0


if __name__ == "__main__":
    bear()

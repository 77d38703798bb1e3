"""Services from the outside: born in the nursery, killed, told to stop, heard of when they die."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

HOUSE = Path(__file__).parents[2]
Births: TypeAlias = Callable[[Mapping[str, object]], int]
PATIENCE = 30.0  # seconds that nothing here ever takes; a guard against hanging


class Life:
    """A service that runs, known by a descriptor that is never anybody else's."""

    def __init__(self, pid: int) -> None:
        self._descriptor = os.pidfd_open(pid)
        self._death = asyncio.Event()
        asyncio.get_running_loop().add_reader(self._descriptor, self._ended)

    @property
    def over(self) -> bool:
        """Tell whether the process has ended."""
        return self._death.is_set()

    async def killed(self) -> None:
        """Kill it and return when it is dead."""
        self._send(signal.SIGKILL)
        await self.ended()

    async def stopped(self) -> None:
        """Tell it to stop and return when it has."""
        self._send(signal.SIGTERM)
        await self.ended()

    async def ended(self, *, within: float = PATIENCE) -> None:
        """Return when it has ended. Raises TimeoutError."""
        async with asyncio.timeout(within):
            await self._death.wait()

    def _send(self, number: signal.Signals) -> None:
        if not self.over:
            signal.pidfd_send_signal(self._descriptor, number)

    def _ended(self) -> None:
        asyncio.get_running_loop().remove_reader(self._descriptor)
        os.close(self._descriptor)
        self._death.set()


class Nursery:
    """Where services are born."""

    def __init__(self, born: Births) -> None:
        self._born = born

    def bear(self, env: Mapping[str, str], log: Path) -> Life:
        """Return a service with these variables in its environment, that writes to this log."""
        return Life(self._born({"env": dict(env), "log": str(log)}))


@contextmanager
def nursery(program: str) -> Iterator[Nursery]:
    """Give a nursery of a module's `live`; what was born there does not outlive it."""
    with born_of("tests.prove.nursery", program) as born:
        yield Nursery(born)


@contextmanager
def born_of(*module: str) -> Iterator[Births]:
    """Give what bears a child of a module that does `births`, by its order, and returns its pid."""
    with subprocess.Popen(
        [sys.executable, "-m", *module],
        cwd=HOUSE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        asked, told = process.stdin, process.stdout
        assert asked
        assert told

        def born(order: Mapping[str, object]) -> int:
            asked.write(json.dumps(order) + "\n")
            asked.flush()
            return int(told.readline())

        yield born
        asked.close()

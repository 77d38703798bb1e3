"""Boundaries are crossed and counted by name; at the crossing chosen the process dies."""

import os
import signal
import sys
from collections import Counter


class Crossings:
    """Counts; `fault` is "name:n", to die at the nth crossing of that name, or "" to live."""

    def __init__(self, fault: str) -> None:
        self._fault = fault
        self._counted: Counter[str] = Counter()

    def cross(self, name: str) -> None:
        """Count a crossing, and die if it is the one chosen: nothing is closed, nothing written."""
        self._counted[name] += 1
        if f"{name}:{self._counted[name]}" == self._fault:
            sys.stderr.write(f"FAULT {self._fault}\n")
            sys.stderr.flush()
            os.kill(os.getpid(), signal.SIGKILL)

"""Runs what reads and writes strangers' bytes: a child process that knows nothing and may die."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from pathlib import Path

from rules.refused import Refused

ROOT = Path(__file__).resolve().parent.parent
MOST_ANSWER = 32 * 1024 * 1024
_PIECE = 64 * 1024


async def run_child(module: str, data: bytes, *, patience: float) -> bytes:
    """Return what `python -m MODULE` answers on stdout to `data` on stdin.

    Refused "child-failed" when it dies, takes longer than `patience` seconds or says more than
    32 MiB; callers put their own reason. What it says is not to be trusted.
    """
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", module),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        cwd=ROOT,
        env={},  # a child that decodes hostile bytes knows no token
    )
    try:
        async with asyncio.timeout(patience):
            answer = await _answered(child, data)
    except TimeoutError:
        raise Refused("child-failed") from None
    finally:
        await _ended(child)
    if child.returncode != 0:
        raise Refused("child-failed")
    return answer


async def _answered(child: asyncio.subprocess.Process, data: bytes) -> bytes:
    answer = bytearray()
    if child.stdin and child.stdout:
        child.stdin.write(data)  # goes out while we listen: it may answer before it has heard all
        child.stdin.close()
        while piece := await child.stdout.read(_PIECE):
            answer += piece
            if len(answer) > MOST_ANSWER:  # a child taken over must not fill our memory
                raise Refused("child-failed")
    await child.wait()
    return bytes(answer)


async def _ended(child: asyncio.subprocess.Process) -> None:
    if child.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
        await child.communicate()  # only emptied pipes are closed

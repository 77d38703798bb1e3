"""A bot of its own for the pictures, and its commands beside it."""

import asyncio
import os
import re
import socket
import sys
import tempfile
import urllib.request
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True, slots=True)
class Bot:
    """Where it answers, what it runs with, and a folder that goes with it."""

    address: str
    env: Mapping[str, str]
    folder: Path

    async def do(self, *words: str) -> str:
        """Run one of its commands; return what it says."""
        running = await asyncio.create_subprocess_exec(
            *(sys.executable, "main.py", *words),
            cwd=HERE,
            env=self.env,
            stdout=asyncio.subprocess.PIPE,
        )
        said, _ = await running.communicate()
        return said.decode()

    async def admin(self) -> str:
        """Make the office's administrator; return the way in."""
        said = await self.do("admin", "Nguyễn Thị Hạnh")
        return str(re.findall(r"/vao/\w+", said)[0])


@asynccontextmanager
async def running(programme: str, *, demo: bool, **settings: str) -> AsyncIterator[Bot]:
    """Run the bot on an empty folder with a programme file, with or without the demo's people."""
    with tempfile.TemporaryDirectory() as folder:
        bot = _settled(Path(folder), programme, settings)
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "main.py", "run"), cwd=HERE, env=bot.env
        )
        try:
            await asyncio.to_thread(_wait_for, f"{bot.address}/health")
            if not demo:
                await bot.do("demo", "remove")
            yield bot
        finally:
            with suppress(ProcessLookupError):
                process.terminate()
            await process.wait()


def _settled(folder: Path, programme: str, settings: Mapping[str, str]) -> Bot:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    file = folder / "chuong-trinh.toml"
    file.write_text(programme, encoding="utf-8")
    env = {
        "KHEO_DATA": str(folder / "data"),
        "KHEO_PORT": str(port),
        "KHEO_PROGRAMME": str(file),
        "PATH": os.environ["PATH"],
        **settings,
    }
    return Bot(f"http://127.0.0.1:{port}", env, folder)


def _wait_for(address: str) -> None:
    for _ in range(200):
        with suppress(OSError), urllib.request.urlopen(address, timeout=1):  # noqa: S310 - our own
            return
        import time  # noqa: PLC0415 - a script may wait

        time.sleep(0.1)
    raise SystemExit(f"{address} does not answer")

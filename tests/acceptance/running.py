"""The bot as its operator runs it: a process of its own, spoken to over HTTP alone."""

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from bot.settings_given import DEFAULTS, SECRETS
from tests.eventually import eventually
from tests.fakes.telegram import FakeTelegram

HOUSE = Path(__file__).parents[2]
NOTHING = dict.fromkeys((*DEFAULTS, *(f"{name}_FILE" for name in SECRETS)), "")


def settings(data: Path, database_url: str = "", **more: str) -> dict[str, str]:
    """Return an environment with nothing set but a folder, a database and a port nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    chosen = {"KHEO_DATA": str(data), "KHEO_DATABASE_URL": database_url, "KHEO_PORT": str(port)}
    return {**os.environ, **NOTHING, **chosen, **more}


def on(telegram: FakeTelegram, mode: str = "polling") -> dict[str, str]:
    """Return what lets the bot be on a Telegram."""
    return {
        "KHEO_TELEGRAM_TOKEN": telegram.token,
        "KHEO_TELEGRAM_API": telegram.url,
        "KHEO_TELEGRAM_MODE": mode,
    }


class Service:
    """A bot that runs; `log` is what it writes for operators."""

    def __init__(self, env: Mapping[str, str], log: Path) -> None:
        self.env = env
        self.log = log
        self._process: asyncio.subprocess.Process | None = None

    @property
    def url(self) -> str:
        """Where its page is."""
        return f"http://127.0.0.1:{self.env['KHEO_PORT']}"

    async def start(self) -> None:
        """Start it and return when it is ready."""
        before = self._ready()
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, str(HOUSE / "main.py"), "run"),
                env=self.env,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=log,
            )
        await eventually(lambda: self._is_ready(before))

    async def _is_ready(self, before: int) -> bool:
        assert self._process is not None
        assert self._process.returncode is None, self.log.read_text()
        return self._ready() > before

    def _ready(self) -> int:
        return self.log.read_text().count('"event": "ready"') if self.log.exists() else 0

    async def dies(self) -> None:
        """Start it and wait until it ends by itself. Raises AssertionError with what it wrote."""
        await self.start()
        assert self._process is not None
        await self._process.wait()
        raise AssertionError(self.log.read_text())

    async def stop(self) -> int:
        """Tell it to stop as a supervisor does; return how it ended."""
        return await self._end(signal.SIGTERM)

    async def kill(self) -> int:
        """Kill it where it stands."""
        return await self._end(signal.SIGKILL)

    async def _end(self, number: signal.Signals) -> int:
        process = self._process
        if process is None:
            return 0
        if process.returncode is None:
            process.send_signal(number)
        return await process.wait()


@asynccontextmanager
async def mortal(service: Service) -> AsyncIterator[Service]:
    """Let a bot be started that does not outlive the test, whatever happens."""
    try:
        yield service
    finally:
        await service.kill()


@asynccontextmanager
async def running(env: Mapping[str, str], folder: Path) -> AsyncIterator[Service]:
    """Run the bot; at the end it stops, and has had nothing to complain of."""
    async with mortal(Service(env, folder / "log")) as service:
        await service.start()
        yield service
        assert await service.stop() == 0

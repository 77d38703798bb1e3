"""The bot as its operator runs it: a process of its own, spoken to over HTTP alone."""

import os
import signal
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from tests.eventually import eventually
from tests.fakes.telegram import FakeTelegram
from tests.fakes.zalo import FakeZalo
from tests.prove.lives import Life
from tests.terminal import NOTHING, Terminal


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


def on_zalo(zalo: FakeZalo, mode: str = "polling") -> dict[str, str]:
    """Return what lets the bot be on a Zalo, with all the bots there are."""
    return {
        "KHEO_ZALO_TOKENS": " ".join(bot.token for bot in zalo.bots),
        "KHEO_ZALO_API": zalo.url,
        "KHEO_ZALO_MODE": mode,
    }


class Service:
    """A bot that runs; `log` is what it writes for operators."""

    def __init__(self, terminal: Terminal, env: Mapping[str, str], log: Path) -> None:
        self.env = env
        self.log = log
        self._terminal = terminal
        self._life: Life | None = None

    @property
    def url(self) -> str:
        """Where its page is."""
        return f"http://127.0.0.1:{self.env['KHEO_PORT']}"

    async def start(self) -> None:
        """Start it and return when it is ready."""
        before = self._ready()
        self._life = self._terminal.begin(("run",), env=self.env, log=self.log)
        await eventually(lambda: self._is_ready(before))

    async def _is_ready(self, before: int) -> bool:
        assert self._life
        assert not self._life.over, self.log.read_text()
        return self._ready() > before

    def _ready(self) -> int:
        return self.log.read_text().count('"event": "ready"') if self.log.exists() else 0

    async def dies(self) -> None:
        """Start it and wait until it ends by itself. Raises AssertionError with what it wrote."""
        await self.start()
        assert self._life
        await self._life.ended()
        raise AssertionError(self.log.read_text())

    async def stop(self) -> int:
        """Tell it to stop as a supervisor does; return how it ended."""
        if self._life:
            await self._life.stopped()
        return self._ended()

    async def kill(self) -> int:
        """Kill it where it stands."""
        if self._life:
            await self._life.killed()
        return self._ended()

    def _ended(self) -> int:
        code = self.log.with_suffix(".code")
        return int(code.read_text("utf-8")) if code.exists() else -signal.SIGKILL


@asynccontextmanager
async def mortal(service: Service) -> AsyncIterator[Service]:
    """Let a bot be started that does not outlive the test, whatever happens."""
    try:
        yield service
    finally:
        await service.kill()


@asynccontextmanager
async def running(
    terminal: Terminal, env: Mapping[str, str], folder: Path
) -> AsyncIterator[Service]:
    """Run the bot; at the end it stops, and has had nothing to complain of."""
    async with mortal(Service(terminal, env, folder / "log")) as service:
        await service.start()
        yield service
        assert await service.stop() == 0

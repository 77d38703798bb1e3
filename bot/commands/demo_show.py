"""`demo show`: three phones beside each other, on invented people and a clock that can be moved."""

import asyncio
import errno
import signal
import tempfile
from pathlib import Path

from typer import Exit

from bot.demo.life import NotBornError
from bot.demo.showing import showing
from bot.programmes import read_sources
from bot.settings import Settings
from bot.terminal import MISTAKEN, NOT_NOW, complain, say

_NOT_TO_BE_HAD = {errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES}


def show(settings: Settings, *, port: int) -> None:
    """Serve the demo until told to stop; then nothing of it is left. Raises ProgrammeError."""
    if not read_sources(settings.programmes)[0].programme.has_deadline:
        complain("The demo is about reminders; set KHEO_PROGRAMME to one that has a deadline.")
        raise Exit(MISTAKEN)
    with tempfile.TemporaryDirectory(prefix="kheo-demo-") as folder:
        try:
            asyncio.run(_show(settings, Path(folder), port))
        except OSError as error:
            if error.errno not in _NOT_TO_BE_HAD:
                raise
            told = f"Ports {port} to {port + 3} cannot be listened on: {error.strerror}"
            complain(f"{told}; give another one by --port.")
            raise Exit(MISTAKEN) from None
        except NotBornError as error:
            complain(f"The bot of the demo does not start: {error}")
            raise Exit(NOT_NOW) from None


async def _show(settings: Settings, folder: Path, port: int) -> None:
    stop = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    async with showing(settings, folder, port=port) as address:
        say(f"The demo is at {address}: three phones, a clock that can be moved, invented people.")
        say("It ends with Ctrl+C, and nothing of it is left.")
        await stop.wait()

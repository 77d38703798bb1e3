"""The folder, the ports and the settings of a demo, which touch nothing of a real bot."""

import os
import secrets
import socket
from collections.abc import Mapping
from pathlib import Path

from bot.demo.loader import load_demo_once
from bot.demo.moved_clock import MovedClock
from bot.ids import Ids
from bot.opening import opened
from bot.programmes import load_programmes
from bot.settings import Settings

HOST = "127.0.0.1"


def listening(port: int) -> socket.socket:
    """Return a socket that listens here, at any port for 0; raises OSError."""
    return socket.create_server((HOST, port))


def port_of(listener: socket.socket) -> int:
    """Return the port a socket listens at."""
    port: int = listener.getsockname()[1]
    return port


def environment(settings: Settings, folder: Path, *, office: int) -> Mapping[str, str]:
    """Return what the bot of the demo is told: programme and zone of `settings`, nothing else.

    office  the port of the office's phone, where links of the desk lead
    """
    with listening(0) as free:
        port = port_of(free)
    foreign = {name: text for name, text in os.environ.items() if not name.startswith("KHEO_")}
    return foreign | {
        "KHEO_DATA": str(folder),
        "KHEO_HOST": HOST,
        "KHEO_PORT": str(port),
        "KHEO_PUBLIC_URL": f"http://{HOST}:{office}",
        "KHEO_PROGRAMME": str(settings.programmes[0]),
        "KHEO_TIMEZONE": settings.zone.key,
    }


async def invent(settings: Settings, clock: MovedClock) -> None:
    """Put invented units and people into the demo's database."""
    now = clock.now_ms()
    async with opened(settings) as database:
        programmes = await load_programmes(database, settings.programmes, at=now)
        form, *_ = programmes.forms(clock.local(now).date())
        ids = Ids(clock.now_ms, secrets.randbits)
        await load_demo_once(database, form, ids=ids, now=clock.local(now))

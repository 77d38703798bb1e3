"""The demo: a bot on a folder of its own, three phones at it, and the page that shows them."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from socket import socket

import aiohttp
from aiohttp import web

from bot.demo.arriving import arrive
from bot.demo.decided import decided
from bot.demo.demo_page import DemoPage
from bot.demo.life import HOUSE, Life
from bot.demo.moved_clock import MovedClock
from bot.demo.phones import DemoPhone, three_phones
from bot.demo.site import DemoSite
from bot.demo.throwaway import HOST, environment, invent, listening, port_of
from bot.demo.wire import Faults, Wire
from bot.language import catalogues
from bot.opening import opened
from bot.programmes import read_sources
from bot.settings import Settings, read_settings
from conversations.demo_page import demo_words

_ALL_AS_IT_IS = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")


@asynccontextmanager
async def showing(settings: Settings, folder: Path, *, port: int) -> AsyncIterator[str]:
    """Serve the demo on an empty folder and yield its address; at any ports for port 0.

    The phones are at the three ports behind it. Raises OSError where one cannot be had,
    NotBornError where the bot does not start.
    """
    async with AsyncExitStack() as closing:
        here, *doors = [listening(port and port + number) for number in range(4)]
        env = environment(settings, folder, office=port_of(doors[-1]))
        theirs = read_settings(env, here=folder)
        life = Life(MovedClock(settings.zone), env, folder)
        await invent(theirs, life.clock)
        closing.push_async_callback(life.stop)
        await life.start()
        phones = list(zip(three_phones(), doors, strict=True))
        faults = Faults()
        bot = f"http://{theirs.host}:{theirs.port}"
        wires = await _wires(closing, bot, phones, faults, port_of(here))
        site = await _site(closing, theirs, life, phones, faults, wires)
        await _serve(closing, site.app(), here)
        yield f"http://{HOST}:{port_of(here)}"


async def _wires(
    closing: AsyncExitStack,
    bot: str,
    phones: Sequence[tuple[DemoPhone, socket]],
    faults: Faults,
    page: int,
) -> list[Wire]:
    """Let the invented people come to the bot, and lead their phones there."""
    async with aiohttp.ClientSession() as http:
        for phone, _ in phones:
            await arrive(http, bot, session=phone.session, code=phone.person.code)
    http = aiohttp.ClientSession(
        auto_decompress=False,
        skip_auto_headers=_ALL_AS_IT_IS,
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None),
        connector=aiohttp.TCPConnector(limit=0),
    )
    await closing.enter_async_context(http)
    framed = f"http://{HOST}:{page} http://localhost:{page}"
    wires = []
    for phone, door in phones:
        wires.append(Wire(http, bot, faults, session=phone.session, framed=framed))
        await _serve(closing, wires[-1].app(), door)
    return wires


async def _site(
    closing: AsyncExitStack,
    settings: Settings,
    life: Life,
    phones: Sequence[tuple[DemoPhone, socket]],
    faults: Faults,
    wires: Sequence[Wire],
) -> DemoSite:
    vietnamese = catalogues(HOUSE / "locales")["vi"]
    programme = read_sources(settings.programmes)[0].programme
    database = await closing.enter_async_context(opened(settings, beside=True))
    return DemoSite(
        DemoPage(demo_words(vietnamese), [(phone, port_of(door)) for phone, door in phones]),
        life,
        wires=wires,
        faults=faults,
        programme=programme,
        decisions=partial(decided, database, life.clock, programme, vietnamese),
        words=vietnamese,
    )


async def _serve(closing: AsyncExitStack, app: web.Application, door: socket) -> None:
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    closing.push_async_callback(runner.cleanup)
    await web.SockSite(runner, door).start()

"""`run`: everything, until it is told to stop."""

import errno
import secrets

import uvloop

from bot.assembly import Assembly
from bot.clock import Clock
from bot.demo.invented import PEOPLE
from bot.demo.loader import load_demo_once
from bot.ids import Ids
from bot.opening import opened
from bot.programmes import load_programmes
from bot.service import serve
from bot.settings import Settings, SettingsError
from bot.terminal import command, say
from storage import demo

_NOT_TO_BE_HAD = {errno.EADDRINUSE, errno.EADDRNOTAVAIL, errno.EACCES}
_SHOWN = ("lan", "pao")


def run(settings: Settings) -> None:
    """Serve all channels; the first start with an empty database puts invented data there."""
    uvloop.run(_run(settings))


async def _run(settings: Settings) -> None:
    invented = await _prepare(settings)

    def ready(_parts: Assembly) -> None:
        say(f"Khéo runs. The web chat is at {settings.public_url}")
        if invented:
            _say_what_is_invented(settings.public_url)

    try:
        await serve(settings, ready=ready)
    except OSError as error:
        if error.errno not in _NOT_TO_BE_HAD:
            raise
        told = f"{settings.host} port {settings.port} cannot be listened on: {error.strerror}"
        raise SettingsError((f"{told}; set KHEO_HOST and KHEO_PORT.",)) from None


async def _prepare(settings: Settings) -> bool:
    """See that the programmes can be used; return whether there is invented data."""
    clock = Clock(settings.zone)
    at = clock.now_ms()
    async with opened(settings) as database:
        programmes = await load_programmes(database, settings.programmes, at=at)
        form, *_ = programmes.forms(clock.local(at).date())
        ids = Ids(clock.now_ms, secrets.randbits)
        await load_demo_once(database, form, ids=ids, now=clock.local(at))
        async with database.reading() as tx:
            return await demo.has_demo(tx)


def _say_what_is_invented(address: str) -> None:
    say("There are invented units and people to try it on. Open the chat as one of them:")
    for person in PEOPLE:
        if person.key in _SHOWN:
            say(f"  {address}/vao/{person.code}  {person.described}")
    say(f"All of them: {command('demo codes')}")
    say(f"Away with them: {command('demo remove')}")

"""The parts of the bot, put together from the settings."""

import contextlib
import secrets
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic

from aiohttp import web

from bot.bell import Bell
from bot.channels import Channel, Incoming
from bot.channels.telegram import Telegram
from bot.channels.web.channel import Web
from bot.channels.web.routes import WebChat
from bot.channels.zalo import Zalo
from bot.clock import Clock
from bot.deliver import Deliverer
from bot.desk.pages import Pages
from bot.desk.site import Desk
from bot.desk.tools import BELL, Tools
from bot.erasures import Erasures
from bot.fetch import Fetching, Files
from bot.files.keeper import FileKeeper
from bot.files.parts import Filing, filing
from bot.files.telling import Teller
from bot.ids import Ids
from bot.inlet import Inlet, Into
from bot.kept_secrets import kept_secret
from bot.language import catalogues
from bot.leading import Leading
from bot.links.pages import LinkPages
from bot.links.signing import Links
from bot.on_telegram import telegram_inlet, telegram_of
from bot.on_zalo import zalo_inlet, zalo_of
from bot.pictures import PictureKeeper
from bot.plans import plans
from bot.programmes import load_programmes
from bot.receive import Receiving
from bot.remind.parts import Reminding, reminding
from bot.retention import Retention
from bot.settings import Settings
from bot.shell import Shell
from bot.upkeep import Upkeep
from conversations.erased_name import erased_name
from conversations.page import page_refusals, page_words
from conversations.situation import Door
from rules.codes import make_code
from storage import bots, outbox
from storage.database import Database

HERE = Path(__file__).resolve().parent.parent
CHANNELS: Sequence[type[Channel]] = (Web, Telegram, Zalo)


@dataclass(slots=True)
class Assembly:
    """The parts that run; of the channels only those with a token."""

    db: Database
    deliver: Deliverer
    receive: Receiving
    fetch: Fetching
    filing: Filing
    chat: WebChat
    desk: Desk
    lent: LinkPages
    upkeep: Upkeep
    reminding: Reminding
    inlets: Sequence[Inlet]

    def routes(self) -> Iterable[web.RouteDef]:
        """Return everything the server answers."""
        posted = [route for inlet in self.inlets for route in inlet.routes]
        return [*self.chat.routes(), *self.desk.routes(), *self.lent.routes(), *posted]


@contextlib.asynccontextmanager
async def assemble(
    settings: Settings, db: Database, *, clock: Clock | None = None
) -> AsyncIterator[Assembly]:
    """Put the parts together, by the wall's clock or another; connections are closed at the end."""
    async with contextlib.AsyncExitStack() as closing:
        shell, erasures = await _shell(settings, db, clock or Clock(settings.zone))
        bell = Bell()
        channels: dict[str, Channel] = {"web": Web(db, bell)}
        deliver, remind = reminding(db, shell, bell, channels)
        remote: dict[str, Files] = {}
        files = filing(db, shell, Teller(shell, deliver, bell), channels=remote)
        links = await _links(settings, db)
        telegram = await closing.enter_async_context(telegram_of(settings, shell, files.shelf))
        if telegram:  # it sends files and brings them: each needs the other
            channels["telegram"] = remote["telegram"] = telegram
        zalo = await closing.enter_async_context(zalo_of(settings, shell, links))
        if zalo:
            channels["zalo"] = remote["zalo"] = zalo
        await _those_alone(db, shell.clock, zalo)
        shell = replace(shell, leading=_leading(telegram, zalo))
        pictures = PictureKeeper(settings.data)
        fetch = Fetching(db, remote, pictures, shell.clock)
        look = _looking(files, remind)
        committed = _woken(look, bell, fetch)
        receive = Receiving(db, shell, deliver, bell, committed=committed)
        chat = _web_chat(db, settings, shell, files, receive, pictures, bell)
        into = Into(settings, shell, db, receive)
        yield Assembly(
            db=db,
            deliver=deliver,
            receive=receive,
            fetch=fetch,
            filing=files,
            chat=chat,
            desk=_desk(db, settings, shell, look, deliver, bell),
            lent=LinkPages(links, files.shelf, shell, home=settings.public_url, clock=monotonic),
            upkeep=_upkeep(settings, db, shell, erasures),
            reminding=remind,
            inlets=await _inlets(telegram, zalo, into, deliver),
        )


async def _those_alone(db: Database, clock: Clock, zalo: Zalo | None) -> None:
    """Note which bots on Zalo are there no more: their people are told by others."""
    async with db.writing() as tx:
        await bots.only(tx, "zalo", tuple(zalo.bots) if zalo else (), at=clock.now_ms())


def _leading(telegram: Telegram | None, zalo: Zalo | None) -> Leading:
    return Leading(
        telegram=lambda: telegram.name if telegram else "",
        zalo=lambda: tuple(zalo.bots) if zalo else (),
    )


async def _inlets(
    telegram: Telegram | None, zalo: Zalo | None, into: Into, deliver: Deliverer
) -> list[Inlet]:
    inlets = [await telegram_inlet(telegram, into, deliver)] if telegram else []
    return [*inlets, await zalo_inlet(zalo, into)] if zalo else inlets


def _looking(files: Filing, remind: Reminding) -> Callable[[], None]:
    """Return what looks for files to be made and for people to be told, once it is committed."""

    def look() -> None:
        files.worker.look()
        remind.clock.poke()

    return look


def _woken(look: Callable[[], None], bell: Bell, fetch: Fetching) -> Callable[[Incoming], None]:
    """Return what wakes, after a commit, all that may have something to do."""

    def committed(incoming: Incoming) -> None:
        look()
        bell.ring(BELL)
        if incoming.picture and incoming.picture.remote:
            fetch.look()

    return committed


def _web_chat(
    db: Database,
    settings: Settings,
    shell: Shell,
    files: Filing,
    receive: Receiving,
    pictures: PictureKeeper,
    bell: Bell,
) -> WebChat:
    vietnamese = shell.language("vi")
    return WebChat(
        database=db,
        receiver=receive,
        pictures=pictures,
        tables=files.door,
        files=files.shelf,
        bell=bell,
        words=page_words(vietnamese),
        refusals=page_refusals(vietnamese),
        public_url=settings.public_url,
        ways=lambda tx, code, who: shell.leading.lead(tx, code, shell, who),
        now=shell.clock.now_ms,
        today=lambda: shell.clock.local(shell.clock.now_ms()).date().isoformat(),
        clock=monotonic,
    )


def _desk(
    db: Database,
    settings: Settings,
    shell: Shell,
    look: Callable[[], None],
    deliver: Deliverer,
    bell: Bell,
) -> Desk:
    tools = Tools(
        db=db,
        shell=shell,
        deliver=deliver,
        bell=bell,
        pages=Pages(),
        pictures=PictureKeeper(settings.data),
        files_wanted=look,
        public_url=settings.public_url,
        clock=monotonic,
    )
    return Desk(tools)


def _upkeep(settings: Settings, db: Database, shell: Shell, erasures: Erasures) -> Upkeep:
    retention = Retention(db, shell.clock, shell.programmes, PictureKeeper(settings.data))
    return Upkeep(db, shell.clock, settings.data, erasures, retention)


def _erasures(settings: Settings, clock: Clock) -> Erasures:
    instead = erased_name(catalogues(HERE / "locales")["vi"])
    return Erasures(settings.data, clock, instead=instead)


async def _shell(settings: Settings, db: Database, clock: Clock) -> tuple[Shell, Erasures]:
    erasures = _erasures(settings, clock)
    async with db.writing() as tx:
        pepper = await kept_secret(tx, "code-pepper")
        last = await outbox.last_id(tx)
    shell = Shell(
        clock=clock,
        ids=Ids(clock.now_ms, secrets.randbits, after=last),
        programmes=await load_programmes(db, settings.programmes, at=clock.now_ms()),
        languages=catalogues(HERE / "locales"),
        doors=_doors(settings),
        pepper=pepper,
        make_code=lambda: make_code(secrets.choice),
        lease=secrets.token_hex(8),
        files=FileKeeper(settings.data),
        forget=erasures.forget,
        telegram=settings.telegram_bot,
        plans=plans(settings),
    )
    return shell, erasures


async def _links(settings: Settings, db: Database) -> Links:
    async with db.writing() as tx:
        return Links(settings.public_url, await kept_secret(tx, "link-key"))


def _doors(settings: Settings) -> Mapping[str, Door]:
    page = settings.public_url
    return {
        one.code: Door(one.code, abroad=one.abroad, page=page, buttons=one.buttons)
        for one in CHANNELS
    }

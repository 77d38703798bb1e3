"""The parts of the bot, put together from the settings."""

import contextlib
import secrets
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from aiohttp import web

from bot.bell import Bell
from bot.channels import Channel, Incoming
from bot.channels.telegram import Telegram
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.webhook import Webhook
from bot.channels.web.channel import Web
from bot.channels.web.routes import WebChat
from bot.clock import Clock
from bot.deliver import Deliverer
from bot.desk.pages import Pages
from bot.desk.site import Desk
from bot.desk.tools import BELL, Tools
from bot.erasures import Erasures
from bot.fetch import Fetching, Files
from bot.files.keeper import FileKeeper
from bot.files.parts import Filing, filing
from bot.files.shelf import Shelf
from bot.files.telling import Teller
from bot.ids import Ids
from bot.kept_secrets import kept_secret
from bot.language import catalogues
from bot.pictures import PictureKeeper
from bot.presence import Known
from bot.programmes import load_programmes
from bot.receive import Receiving
from bot.remind.parts import Reminding, reminding
from bot.retention import Retention
from bot.settings import Settings
from bot.shell import Shell
from bot.upkeep import Upkeep
from bot.ways_in import links
from conversations.erased_name import erased_name
from conversations.menu import commands, in_a_group
from conversations.page import page_refusals, page_words
from conversations.situation import Door
from rules.codes import make_code, plain_code
from storage import outbox
from storage.database import Database

HERE = Path(__file__).resolve().parent.parent


@dataclass(slots=True)
class Assembly:
    """The parts that run; Telegram is there only with a token."""

    db: Database
    deliver: Deliverer
    receive: Receiving
    fetch: Fetching
    filing: Filing
    chat: WebChat
    desk: Desk
    upkeep: Upkeep
    reminding: Reminding
    webhook: Webhook | None
    telegram_runs: Callable[[], Coroutine[Any, Any, None]]
    telegram_stops: Callable[[], None]

    def routes(self) -> Iterable[web.RouteDef]:
        """Return everything the server answers."""
        telegram = self.webhook.routes() if self.webhook else ()
        return [*self.chat.routes(), *self.desk.routes(), *telegram]


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
        telegram = await closing.enter_async_context(_telegram(settings, shell, files.shelf))
        if telegram:  # it sends files and brings them: each needs the other
            channels["telegram"] = remote["telegram"] = telegram
        pictures = PictureKeeper(settings.data)
        fetch = Fetching(db, remote, pictures, shell.clock)
        look = _looking(files, remind)
        committed = _woken(look, bell, fetch)
        receive = Receiving(db, shell, deliver, bell, committed=committed)
        chat = _web_chat(db, settings, shell, files, receive, pictures, bell, telegram)
        parts = Assembly(
            db=db,
            deliver=deliver,
            receive=receive,
            fetch=fetch,
            filing=files,
            chat=chat,
            desk=_desk(db, settings, shell, look, deliver, bell),
            upkeep=_upkeep(settings, db, shell, erasures),
            reminding=remind,
            webhook=None,
            telegram_runs=_nothing,
            telegram_stops=lambda: None,
        )
        if telegram:
            await _on_telegram(parts, telegram, settings, shell)
        yield parts


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
    telegram: Telegram | None,
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
        ways=lambda code: links({"telegram": telegram.name} if telegram else {}, plain_code(code)),
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


async def _nothing() -> None:
    """Run no Telegram."""


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
    )
    return shell, erasures


def _doors(settings: Settings) -> Mapping[str, Door]:
    page = settings.public_url
    return {
        "web": Door("web", abroad=False, page=page),
        "telegram": Door("telegram", abroad=True, page=page),
    }


@contextlib.asynccontextmanager
async def _telegram(
    settings: Settings, shell: Shell, shelf: Shelf
) -> AsyncIterator[Telegram | None]:
    if not settings.telegram_token:
        yield None
        return
    menus = {language: commands(shell.language(language)) for language in ("vi", "en")}
    async with Telegram(
        settings.telegram_token.reveal(),
        api=settings.telegram_api,
        commands={"": menus["vi"], **menus},
        hint=lambda link: in_a_group(link, shell.language("vi")),
        files=shelf.for_channel,
    ) as telegram:
        yield telegram


async def _on_telegram(
    parts: Assembly, telegram: Telegram, settings: Settings, shell: Shell
) -> None:
    """Let Telegram's updates in, by polling or by its webhook."""
    presence = Known(parts.deliver, shell.clock)
    intake = Intake(telegram, receiver=parts.receive, presence=presence, now=shell.clock.now_ms)
    if settings.telegram_mode == "polling":
        polling = Polling(telegram, intake)
        parts.telegram_runs, parts.telegram_stops = polling.run, polling.stop
        return
    async with parts.db.writing() as tx:
        kept = await kept_secret(tx, "telegram-webhook-secret")
    webhook = Webhook(telegram, intake, secret=settings.telegram_secret.reveal() or kept)
    parts.webhook = webhook
    parts.telegram_runs = lambda: webhook.start(settings.public_url)

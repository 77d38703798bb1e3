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
from bot.fetch import Fetching
from bot.ids import Ids
from bot.kept_secrets import kept_secret
from bot.language import catalogues
from bot.pictures import PictureKeeper
from bot.presence import Known
from bot.programmes import load_programmes
from bot.receive import Receiving
from bot.settings import Settings
from bot.shell import Shell
from conversations.menu import commands, in_a_group
from conversations.page import page_refusals, page_words
from conversations.situation import Door
from rules.codes import make_code
from storage.database import Database

HERE = Path(__file__).resolve().parent.parent


@dataclass(slots=True)
class Assembly:
    """The parts that run; Telegram is there only with a token."""

    db: Database
    deliver: Deliverer
    receive: Receiving
    fetch: Fetching
    chat: WebChat
    webhook: Webhook | None
    telegram_runs: Callable[[], Coroutine[Any, Any, None]]
    telegram_stops: Callable[[], None]

    def routes(self) -> Iterable[web.RouteDef]:
        """Return everything the server answers."""
        return [*self.chat.routes(), *(self.webhook.routes() if self.webhook else ())]


@contextlib.asynccontextmanager
async def assemble(settings: Settings, db: Database) -> AsyncIterator[Assembly]:
    """Put the parts together; connections are closed at the end."""
    async with contextlib.AsyncExitStack() as closing:
        shell = await _shell(settings, db)
        telegram = await closing.enter_async_context(_telegram(settings, shell))
        bell = Bell()
        channels: dict[str, Channel] = {"web": Web(db, bell)}
        if telegram:
            channels["telegram"] = telegram
        deliver = Deliverer(db, channels, shell.clock, lease=shell.lease)
        pictures = PictureKeeper(settings.data)
        files = {"telegram": telegram} if telegram else {}
        fetch = Fetching(db, files, pictures, shell.clock)

        def committed(incoming: Incoming) -> None:
            if incoming.picture and incoming.picture.remote:
                fetch.look()

        receive = Receiving(db, shell, deliver, bell, committed=committed)
        vietnamese = shell.language("vi")
        chat = WebChat(
            database=db,
            receiver=receive,
            pictures=pictures,
            bell=bell,
            words=page_words(vietnamese),
            refusals=page_refusals(vietnamese),
            public_url=settings.public_url,
            now=shell.clock.now_ms,
            clock=monotonic,
        )
        parts = Assembly(db, deliver, receive, fetch, chat, None, _nothing, lambda: None)
        if telegram:
            await _on_telegram(parts, telegram, settings, shell)
        yield parts


async def _nothing() -> None:
    """Run no Telegram."""


async def _shell(settings: Settings, db: Database) -> Shell:
    clock = Clock(settings.zone)
    async with db.writing() as tx:
        pepper = await kept_secret(tx, "code-pepper")
    return Shell(
        clock=clock,
        ids=Ids(clock.now_ms, secrets.randbits),
        programmes=await load_programmes(db, settings.programmes, at=clock.now_ms()),
        languages=catalogues(HERE / "locales"),
        doors=_doors(settings),
        pepper=pepper,
        make_code=lambda: make_code(secrets.choice),
        lease=secrets.token_hex(8),
    )


def _doors(settings: Settings) -> Mapping[str, Door]:
    page = settings.public_url
    return {
        "web": Door("web", abroad=False, page=page),
        "telegram": Door("telegram", abroad=True, page=page),
    }


@contextlib.asynccontextmanager
async def _telegram(settings: Settings, shell: Shell) -> AsyncIterator[Telegram | None]:
    if not settings.telegram_token:
        yield None
        return
    menus = {language: commands(shell.language(language)) for language in ("vi", "en")}
    async with Telegram(
        settings.telegram_token.reveal(),
        api=settings.telegram_api,
        commands={"": menus["vi"], **menus},
        hint=lambda link: in_a_group(link, shell.language("vi")),
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

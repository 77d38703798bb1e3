"""Telegram as this bot uses it: the channel, and what brings its messages in."""

import contextlib
from collections.abc import AsyncIterator

from bot.channels.telegram import Telegram
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.polling import Polling
from bot.channels.telegram.webhook import Webhook
from bot.deliver import Deliverer
from bot.files.shelf import Shelf
from bot.inlet import Inlet, Into, Runner
from bot.kept_secrets import kept_secret
from bot.presence import Known
from bot.settings import Settings
from bot.shell import Shell
from conversations.menu import commands, in_a_group


@contextlib.asynccontextmanager
async def telegram_of(
    settings: Settings, shell: Shell, shelf: Shelf
) -> AsyncIterator[Telegram | None]:
    """Give the channel, None without a token; its connections are closed at the end."""
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


async def telegram_inlet(telegram: Telegram, into: Into, deliver: Deliverer) -> Inlet:
    """Return what lets Telegram's updates in, by polling or by its webhook."""
    settings, clock = into.settings, into.shell.clock
    presence = Known(deliver, clock)
    intake = Intake(telegram, receiver=into.receive, presence=presence, now=clock.now_ms)
    if settings.telegram_mode == "polling":
        polling = Polling(telegram, intake)
        return Inlet([Runner("telegram", polling.run, polling.stop)])
    async with into.db.writing() as tx:
        kept = await kept_secret(tx, "telegram-webhook-secret")
    webhook = Webhook(telegram, intake, secret=settings.telegram_secret.reveal() or kept)
    telling = Runner("telegram", lambda: webhook.start(settings.public_url))
    return Inlet([telling], routes=list(webhook.routes()))

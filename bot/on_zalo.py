"""Zalo as this bot uses it: the channel with its bots, and what brings their messages in."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial

import structlog

from bot.bots_known import BotsKnown
from bot.channels import TokenRefused
from bot.channels.zalo import Zalo, ZaloBot
from bot.channels.zalo.intake import Intake
from bot.channels.zalo.polling import Polling
from bot.channels.zalo.spool import SPOOL, Spool
from bot.channels.zalo.webhook import Webhook
from bot.inlet import Inlet, Into, Runner
from bot.kept_secrets import kept_secret
from bot.links.signing import Links
from bot.settings import Settings
from bot.shell import Shell
from bot.waiting import passed
from conversations.menu import in_a_group

log = structlog.get_logger()


@contextlib.asynccontextmanager
async def zalo_of(settings: Settings, shell: Shell, links: Links) -> AsyncIterator[Zalo | None]:
    """Give the channel, None without a token; its connections are closed at the end."""
    if not settings.zalo_tokens:
        yield None
        return
    bots = [ZaloBot(token.reveal(), settings.zalo_api) for token in settings.zalo_tokens]
    hint = partial(in_a_group, _=shell.language("vi"))
    async with Zalo(bots, links=links, hint=hint, now=shell.clock.now_ms) as zalo:
        yield zalo


async def zalo_inlet(zalo: Zalo, into: Into) -> Inlet:
    """Return what lets in what is said to the bots, by polling or by their webhooks."""
    settings, clock = into.settings, into.shell.clock
    known = BotsKnown(into.db, clock, channel=zalo.code)
    intake = Intake(zalo, Spool(settings.data / SPOOL), receiver=into.receive, now=clock.now_ms)
    lookouts = [intake.emptying, known.keeping]

    def there(bot: ZaloBot) -> None:
        known.seen(bot.id, bot.name)

    if settings.zalo_mode == "polling":
        pollings = [Polling(bot, intake, there=there) for bot in zalo.bots.values()]
        runners = [_alone(one.bot, one.run, known, stop=one.stop) for one in pollings]
        return Inlet(runners, lookouts)
    async with into.db.writing() as tx:
        kept = await kept_secret(tx, "zalo-webhook-secret")
    webhook = Webhook(zalo, intake, secret=settings.zalo_secret.reveal() or kept, there=there)
    pointing = {bot: partial(webhook.point, bot, settings.public_url) for bot in zalo.bots.values()}
    runners = [_alone(bot, point, known) for bot, point in pointing.items()]
    return Inlet(runners, lookouts, list(webhook.routes()))


def _alone(
    bot: ZaloBot,
    listen: Callable[[], Awaitable[None]],
    known: BotsKnown,
    *,
    stop: Callable[[], None] | None = None,
) -> Runner:
    """Return what listens to one bot; where its token is refused, the others go on.

    It is tried again later: what Zalo says while it is being mended need not be true.
    """
    stopping = asyncio.Event()

    async def run() -> None:
        while not stopping.is_set():
            try:
                await listen()
            except TokenRefused as error:
                known.refused(bot.id)
                log.error("zalo: a bot's token is refused", bot=bot.id, told=error.detail)  # noqa: TRY400 - nobody's bug
                await passed(stopping, error.retry_after)
            else:
                return

    def end() -> None:
        stopping.set()
        if stop:
            stop()

    return Runner(f"zalo {bot.id}", run, end if stop else None)

"""What Zalo posts: answered with 200 only once it is kept."""

import asyncio
import hmac
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import structlog
from aiohttp import web

from bot.channels.decoded import decoded
from bot.channels.patience import Patience, Sleep
from bot.channels.zalo import Zalo, ZaloBot
from bot.channels.zalo.errors import passing
from bot.channels.zalo.intake import Intake
from bot.channels.zalo.outcomes import unreached
from bot.channels.zalo.parse import parse

log = structlog.get_logger(__name__)

MOST_BYTES = 2**20
_HOUR = 3600.0
_TRY_BYTES = 2**12
_TRY_SECONDS = 5.0
_HEADER = "X-Bot-Api-Secret-Token"


class Webhook:
    """The places where Zalo posts what is said to our bots: one for each, as no body names it.

    `there` is told of each bot once its token is known to be right.
    """

    def __init__(
        self,
        zalo: Zalo,
        intake: Intake,
        *,
        secret: str,
        there: Callable[[ZaloBot], None],
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._zalo = zalo
        self._intake = intake
        self._secret = secret
        self._there = there
        self._sleep = sleep

    def routes(self) -> Iterable[web.RouteDef]:
        """Return what to add to the web server."""
        return [web.post("/zalo/{bot}", self._handle)]

    async def point(self, bot: ZaloBot, public_url: str) -> None:
        """Have what is said to a bot posted below `public_url`. Raises TokenRefused.

        Zalo takes a place a few times a day only; until it does, the one of before holds.
        """
        who, patience = f"zalo {bot.id}", Patience(1, _HOUR, self._sleep)
        await patience.until_done(lambda: passing(bot.prepare()), who=who)
        self._there(bot)
        params = {"url": place(public_url, bot.id), "secret_token": self._secret}
        told = await patience.until_done(partial(_set, bot, params), who=who)
        if problem := unreached(told):
            log.warning("zalo: the webhook was not reached", bot=bot.id, problem=problem)

    async def _handle(self, request: web.Request) -> web.Response:
        bot = request.match_info["bot"]
        if bot not in self._zalo.bots:
            return web.Response(status=404)
        if _HEADER not in request.headers and await _is_try(request):
            return web.Response()
        if not self._is_zalo(request):
            return web.Response(status=401)
        try:
            body = await request.clone(client_max_size=MOST_BYTES).read()
            return web.Response(status=await self._status(bot, body))
        except web.HTTPRequestEntityTooLarge:
            return web.Response(status=413)

    async def _status(self, bot: str, raw: bytes) -> int:
        if not raw.strip():
            return 200
        try:
            body = decoded(raw)
        except ValueError:
            return 400
        if not isinstance(body, dict):
            return 400
        try:
            await self._intake.take(bot, body)
        except OSError:
            log.warning("zalo: no place for a message", bot=bot)
            return 503
        return 200

    def _is_zalo(self, request: web.Request) -> bool:
        told = request.headers.get(_HEADER, "")
        return hmac.compare_digest(told.encode(errors="surrogateescape"), self._secret.encode())


async def _is_try(request: web.Request) -> bool:
    """Return whether Zalo tries if somebody is here: nothing is said by that, nor proved.

    Who has no secret is not waited for long.
    """
    try:
        async with asyncio.timeout(_TRY_SECONDS):
            raw = await request.clone(client_max_size=_TRY_BYTES).read()
        body = decoded(raw) if raw.strip() else {}
    except (TimeoutError, web.HTTPRequestEntityTooLarge, ValueError):
        return False
    return isinstance(body, dict) and not parse(body, bot="", now=0)


async def _set(bot: ZaloBot, params: Mapping[str, str]) -> Any:
    """Tell Zalo of a bot's place; return what it says of having tried it. Raises ChannelError."""
    told = await passing(bot.api.call("setWebhook", params))
    return told.get("verification") if isinstance(told, dict) else None


def place(public_url: str, bot: str) -> str:
    """Return where a bot's messages are posted."""
    return f"{public_url.rstrip('/')}/zalo/{bot}"

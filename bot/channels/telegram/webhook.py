"""Updates posted by Telegram: answered with 200 only once they are kept."""

import asyncio
import hmac
import re
from collections.abc import Iterable
from typing import Any

from aiohttp import web

from bot.channels.decoded import decoded
from bot.channels.patience import Patience, Sleep
from bot.channels.telegram import Telegram
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.parse import KINDS
from storage.database import Unavailable

MOST_BYTES = 2**20
_CONNECTIONS = 100
_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_SECRET = re.compile("[A-Za-z0-9_-]{16,256}")


class Webhook:
    """The place where Telegram posts updates. Raises ValueError for a secret it would not take."""

    def __init__(
        self, telegram: Telegram, intake: Intake, *, secret: str, sleep: Sleep = asyncio.sleep
    ) -> None:
        if not _SECRET.fullmatch(secret):
            raise ValueError("a webhook's secret has 16 to 256 characters of A-Z a-z 0-9 _ -")
        self.path = f"/telegram/{telegram.bot}"
        self._telegram = telegram
        self._intake = intake
        self._secret = secret
        self._api_away = Patience(1, 30, sleep)

    def routes(self) -> Iterable[web.RouteDef]:
        """Return what to add to the web server."""
        return [web.post(self.path, self._handle)]

    async def start(self, public_url: str) -> None:
        """Have updates posted to `path` below `public_url`. Raises TokenRefused, ChannelError."""
        url = public_url.rstrip("/") + self.path
        await self._api_away.until_done(self._telegram.prepare, who="telegram")
        await self._api_away.until_done(lambda: self._point_to(url), who="telegram")

    async def _point_to(self, url: str) -> None:
        """Set the webhook; not through the library, which logs parameters and one is secret."""
        params = {
            "url": url,
            "secret_token": self._secret,
            "allowed_updates": KINDS,
            "max_connections": _CONNECTIONS,
        }
        await self._telegram.api.call("setWebhook", params)

    async def _handle(self, request: web.Request) -> web.Response:
        if not self._is_telegram(request):
            return web.Response(status=401)
        if request.content_type != "application/json":
            return web.Response(status=415)
        try:
            update = await _update_in(request)
        except web.HTTPRequestEntityTooLarge:
            return web.Response(status=413)
        except ValueError:
            return web.Response(status=400)
        return web.Response(status=await self._status(update))

    async def _status(self, update: dict[str, Any]) -> int:
        try:
            await self._intake.take([update])
        except Unavailable:
            return 503
        return 200

    def _is_telegram(self, request: web.Request) -> bool:
        told = request.headers.get(_HEADER, "")
        return hmac.compare_digest(told.encode(errors="surrogateescape"), self._secret.encode())


async def _update_in(request: web.Request) -> dict[str, Any]:
    update = decoded(await request.clone(client_max_size=MOST_BYTES).read())
    if not isinstance(update, dict):
        raise ValueError("not an update")  # noqa: TRY004 - it is a value from outside
    return update

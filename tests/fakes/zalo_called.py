"""The fake Zalo called by hand, and what it calls itself."""

from typing import Any

import aiohttp
from aiohttp import web

from tests.fakes.telegram.server import Server
from tests.fakes.zalo import FakeZalo

PNG = b"\x89PNG"


class Caller:
    """A bot without a library, which calls the fake by hand."""

    def __init__(self, zalo: FakeZalo, session: aiohttp.ClientSession) -> None:
        self._zalo = zalo
        self._session = session

    async def asks(self, method: str, **params: Any) -> tuple[int, Any]:
        """Make a call as the first bot; return the HTTP status and the body."""
        url = f"{self._zalo.url}/bot{self._zalo.bots[0].token}/{method}"
        async with self._session.post(url, json=params) as response:
            is_json = response.content_type == "application/json"
            return response.status, await (response.json() if is_json else response.text())

    async def hears(self) -> list[str]:
        """Return the texts that wait, until a poll is empty."""
        texts = []
        while (body := (await self.asks("getUpdates", timeout="0.05"))[1])["ok"]:
            texts.append(body["result"]["message"]["text"])
        assert body["error_code"] == 408
        return texts


class Endpoint:
    """A webhook that notes what is posted, and answers with the statuses it was given."""

    def __init__(self) -> None:
        self.posted: list[tuple[dict[str, str], bytes]] = []
        self.statuses: list[int] = []
        self.server = Server(self._take)

    async def _take(self, request: web.BaseRequest) -> web.Response:
        self.posted.append((dict(request.headers), await request.read()))
        if request.path == "/picture":
            return web.Response(body=PNG, content_type="image/png")
        return web.Response(status=self.statuses.pop(0) if self.statuses else 200)

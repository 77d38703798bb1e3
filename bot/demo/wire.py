"""The network between a phone's page and the bot: as it is, or slow, doubling, or cut."""

import asyncio
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import TypeAlias

import aiohttp
from aiohttp import web
from aiohttp.typedefs import LooseHeaders
from multidict import CIMultiDict

from bot.channels.web.session import COOKIE

SLOW_SECONDS = 3.0
BODY = 11 * 1024 * 1024
# Cookies are a host's, whatever the port: ours must not touch those of a real bot there.
_OURS = "demo-"
_OF_THE_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "cookie", "te"}

_Asking: TypeAlias = AbstractAsyncContextManager[aiohttp.ClientResponse]


@dataclass(slots=True)
class Faults:
    """What is wrong with the network."""

    slow: bool = False
    twice: bool = False
    cut: bool = False


class Wire:
    """Carries what one phone says to the bot at `bot`, and what it answers back.

    session  the secret by which the bot knows the phone
    framed   from where the page may be shown, as a Content-Security-Policy says it
    """

    def __init__(
        self, http: aiohttp.ClientSession, bot: str, faults: Faults, *, session: str, framed: str
    ) -> None:
        self._http = http
        self._bot = bot
        self._faults = faults
        self._session = session
        self._framed = framed
        self._open: set[asyncio.Transport] = set()

    def app(self) -> web.Application:
        """Return what has to be served at the phone's address."""
        app = web.Application(client_max_size=BODY)
        app.add_routes([web.route("*", "/{rest:.*}", self._carry)])
        return app

    def cut(self) -> None:
        """Cut what is under way."""
        for transport in self._open:
            transport.abort()

    async def _carry(self, request: web.Request) -> web.StreamResponse:
        transport = request.transport
        if transport is None:
            raise ConnectionResetError
        self._open.add(transport)
        try:
            await self._delay()
            if not self._faults.cut:
                return await self._pass_on(request)
        except (aiohttp.ClientError, ConnectionError):  # a dead bot is no network, to a phone
            pass
        finally:
            self._open.discard(transport)
        transport.abort()
        return web.Response()  # which nobody gets

    async def _pass_on(self, request: web.Request) -> web.StreamResponse:
        body = await request.read()
        if self._faults.twice and request.method == "POST":
            async with self._ask(request, body) as first:
                await first.read()
        async with self._ask(request, body) as answer:
            response = web.StreamResponse(status=answer.status, headers=self._headers(answer))
            await response.prepare(request)
            async for piece in answer.content.iter_any():
                await self._delay()
                await response.write(piece)
        return response

    def _ask(self, request: web.Request, body: bytes) -> _Asking:
        headers = CIMultiDict(
            (name, text)
            for name, text in request.headers.items()
            if name.lower() not in _OF_THE_HOP
        )
        kept = [(n, v) for n, v in request.cookies.items() if n.startswith(_OURS)]
        cookies = [(COOKIE, self._session), *((n.removeprefix(_OURS), v) for n, v in kept)]
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies)
        return self._http.request(
            request.method,
            f"{self._bot}{request.raw_path}",
            headers=headers,
            data=body or None,
            allow_redirects=False,
        )

    def _headers(self, answer: aiohttp.ClientResponse) -> LooseHeaders:
        headers = CIMultiDict(
            (name, text) for name, text in answer.headers.items() if name.lower() not in _OF_THE_HOP
        )
        policy = headers.get("Content-Security-Policy", "")
        if policy:
            headers["Content-Security-Policy"] = policy.replace(
                "frame-ancestors 'none'", f"frame-ancestors {self._framed}"
            )
        given = [text for text in headers.popall("Set-Cookie", []) if not _is_session(text)]
        for text in given:
            headers.add("Set-Cookie", f"{_OURS}{text}")
        return headers

    async def _delay(self) -> None:
        if self._faults.slow:
            await asyncio.sleep(SLOW_SECONDS)


def _is_session(cookie: str) -> bool:
    return cookie.startswith(f"{COOKIE}=")

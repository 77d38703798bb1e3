"""What the demo's page asks of its server: how things stand, a turn of the clock, a fault."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict
from typing import Any, get_args

import orjson
from aiohttp import web

from bot.channels.web.guard import check_origin
from bot.demo.demo_page import DemoPage
from bot.demo.leaps import Leap, leap
from bot.demo.life import Life
from bot.demo.wire import Faults, Wire
from conversations.moments import say_moment
from conversations.situation import Translate
from rules.programme import Programme

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; frame-src http://{host}:*; frame-ancestors 'none'; base-uri 'none'"
)


class DemoSite:
    """Serves the page; `decisions` gives the cells of each line of the ledger, newest first."""

    def __init__(
        self,
        page: DemoPage,
        life: Life,
        *,
        wires: Sequence[Wire],
        faults: Faults,
        programme: Programme,
        decisions: Callable[[], Awaitable[Sequence[dict[str, Any]]]],
        words: Translate,
    ) -> None:
        self._page = page
        self._life = life
        self._wires = wires
        self._faults = faults
        self._programme = programme
        self._decisions = decisions
        self._words = words

    def app(self) -> web.Application:
        """Return what has to be served."""
        app = web.Application()
        app.add_routes(
            [
                web.get("/", self._show),
                web.get("/page/{version}/{name}", self._file),
                web.get("/so-cai", self._state),
                web.post("/lam", self._do),
            ]
        )
        return app

    async def _show(self, request: web.Request) -> web.StreamResponse:
        host = request.url.host or "127.0.0.1"
        headers = {
            "Content-Security-Policy": _POLICY.format(host=host),
            "Cache-Control": "no-store",
        }
        return web.Response(text=self._page.html(host), content_type="text/html", headers=headers)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        return self._page.serve(request)

    async def _state(self, _request: web.Request) -> web.StreamResponse:
        clock = self._life.clock
        state = {
            "now": say_moment(clock.local(clock.now_ms()), self._words),
            "alive": self._life.alive,
            "faults": asdict(self._faults),
            "decisions": await self._decisions(),
        }
        return web.Response(body=orjson.dumps(state), content_type="application/json")

    async def _do(self, request: web.Request) -> web.StreamResponse:
        check_origin(request, "")
        match orjson.loads(await request.read()):
            case {"leap": where} if where in get_args(Leap):
                await self._leap(where)
            case {"fault": "slow" | "twice" | "cut" as fault, "on": bool(on)}:
                self._break(fault, on=on)
            case {"kill": True}:
                self._life.kill()
            case _:
                raise web.HTTPUnprocessableEntity
        return web.Response(body=b"{}", content_type="application/json")

    async def _leap(self, where: Leap) -> None:
        clock = self._life.clock
        now = clock.local(clock.now_ms())
        by = leap(where, now, self._programme) - now
        await self._life.move(int(by.total_seconds() * 1000))

    def _break(self, fault: str, *, on: bool) -> None:
        setattr(self._faults, fault, on)
        if self._faults.cut:
            for wire in self._wires:
                wire.cut()

"""Each address answers whom it is declared for, and nobody else."""

import aiohttp
import pytest
from aiohttp import web

from bot.channels.web.protect import protected
from rules.routes import ROUTES
from tests.bot.channels.web.phone import OURS
from tests.bot.channels.web.site import Site
from tests.serving import serving

APART = ("telegram", "zalo", "health", "/ban")  # have doors of their own
OF_THE_CHAT = [route for route in ROUTES if not any(part in route for part in APART)]


async def statuses(session: aiohttp.ClientSession, url: str, *routes: str) -> dict[str, int]:
    """Return what is answered at each address, with no secret sent along."""
    found = {}
    for route in routes:
        method, path = route.translate({ord(brace): None for brace in "{}"}).split()
        async with session.request(method, url + path, headers=OURS) as response:
            found[route] = response.status
    return found


async def test_who_has_no_session_is_answered_where_anyone_is(site: Site) -> None:
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        found = await statuses(session, site.url, *OF_THE_CHAT)

    unheard = {route for route, status in found.items() if status == 401}
    assert unheard == {route for route in OF_THE_CHAT if ROUTES[route] == "self"}


@pytest.mark.parametrize(
    ("path", "status"), [("/", 200), ("/chat/bubbles", 401), ("/nowhere-declared", 401)]
)
async def test_a_route_whose_handler_forgets_to_ask_is_closed_by_its_declaration(
    path: str, status: int
) -> None:
    async def handler(_request: web.Request) -> web.StreamResponse:
        return web.Response(text="everything")

    async with (
        serving([web.get(path, protected(handler, {}))]) as url,
        aiohttp.ClientSession(url) as session,
        session.get(path) as got,
        session.head(path) as headed,
    ):
        assert (got.status, headed.status) == (status, status)

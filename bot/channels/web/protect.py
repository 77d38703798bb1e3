"""What is the same for every answer: what the browser must not do, and how refusals are told."""

from collections.abc import Awaitable, Callable, Mapping
from functools import wraps
from typing import TypeAlias

import orjson
from aiohttp import web

from bot.channels.web.session import chat_of
from rules.refused import Refused
from rules.routes import ROUTES
from storage.database import Unavailable

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; "
        "base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "geolocation=(self), camera=(self)",
    "Cross-Origin-Resource-Policy": "same-origin",
}
TOO_MUCH = {"too-long"}
_ASK_NOBODY = {"anyone", "link"}  # a link is looked at where it is followed
ANY = "not-understood"
TRY_AGAIN = "3"


def protected(handler: Handler, refusals: Mapping[str, str]) -> Handler:
    """Return the handler, for whom its route is declared, with our headers on all its answers.

    Refused becomes 413 or 422 with the sentence as "say"; Unavailable becomes 503.
    """

    @wraps(handler)
    async def answering(request: web.Request) -> web.StreamResponse:
        try:
            _let_in(request)
            response = await handler(request)
        except Refused as refused:
            response = _refusal(refused, refusals)
        except Unavailable:
            response = web.Response(status=503, headers={"Retry-After": TRY_AGAIN})
        except web.HTTPException as error:
            _protect(error)
            raise
        _protect(response)
        return response

    return answering


def _let_in(request: web.Request) -> None:
    """Raise HTTPUnauthorized for who has no session, unless the route needs none."""
    resource = request.match_info.route.resource
    method = "GET" if request.method == "HEAD" else request.method
    need = ROUTES.get(f"{method} {resource.canonical}") if resource else None
    if need not in _ASK_NOBODY:
        chat_of(request)


def _protect(response: web.StreamResponse) -> None:
    if not response.prepared:
        for name, value in {**HEADERS, "Cache-Control": "no-store"}.items():
            response.headers.setdefault(name, value)


def _refusal(refused: Refused, refusals: Mapping[str, str]) -> web.Response:
    sentence = refusals.get(refused.reason, refusals[ANY])
    return web.Response(
        status=413 if refused.reason in TOO_MUCH else 422,
        body=orjson.dumps({"say": sentence}),
        content_type="application/json",
    )

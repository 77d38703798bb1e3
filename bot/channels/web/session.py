"""Who a browser is: it keeps a secret, the server knows no more than the secret's hash."""

import re
import secrets

from aiohttp import web

from bot.hashed import hash_of

COOKIE = "kheo"
HEADER = "X-Kheo-Session"  # of a page whose browser keeps no cookies; it makes its own secret
A_YEAR = 365 * 24 * 3600
SECRET = re.compile("[A-Za-z0-9_-]{43}")


def chat_of(request: web.Request) -> str:
    """Return the id of the chat a request belongs to; raises HTTPUnauthorized without a secret."""
    for secret in (request.cookies.get(COOKIE, ""), request.headers.get(HEADER, "")):
        if SECRET.fullmatch(secret):
            return hash_of(secret)
    raise web.HTTPUnauthorized(text="no session")


def keep_session(request: web.Request, response: web.Response, *, secure: bool) -> str:
    """Let the browser keep its secret for another year, a new one if it has none.

    Return the id of its chat.
    """
    known = request.cookies.get(COOKIE, "")
    secret = known if SECRET.fullmatch(known) else secrets.token_urlsafe(32)
    response.set_cookie(
        COOKIE,
        secret,
        max_age=A_YEAR,
        path="/",
        secure=secure,
        httponly=True,
        samesite="Lax",
    )
    return hash_of(secret)

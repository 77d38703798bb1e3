"""Who a browser at the desk is: it keeps a secret, from which its forms' token is made."""

import base64
import hmac
import re
import secrets

from aiohttp import web

COOKIE = "kheo-desk"
PATH = "/ban"
DOOR = "kheo-desk-door"  # what a browser keeps while a link is open and nobody is let in yet
_PATHS = {COOKIE: PATH, DOOR: "/ban/vao"}
TWELVE_HOURS_MS = 12 * 3600 * 1000
IDLE_MS = 3600 * 1000
SECRET = re.compile("[A-Za-z0-9_-]{43}")


def secret_of(request: web.Request, cookie: str = COOKIE) -> str:
    """Return the secret a browser keeps, "" if it keeps none."""
    secret = request.cookies.get(cookie, "")
    return secret if SECRET.fullmatch(secret) else ""


def new_secret() -> str:
    """Return a secret nobody can guess, fit for an address."""
    return secrets.token_urlsafe(32)


def secret_behind(door: str, key: str) -> str:
    """Return the secret of the browser that uses a key up.

    None kept it before; pressed again, where the answer was lost, it is the same.
    """
    made = hmac.new(key.encode(), door.encode(), "sha256").digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def token_of(secret: str) -> str:
    """Return what the forms of a page carry, which only a page of this browser can know."""
    return hmac.new(secret.encode(), b"form", "sha256").hexdigest()[:32]


def is_token(sent: str, secret: str) -> bool:
    """Return whether a form comes from a page of this browser."""
    return bool(secret) and hmac.compare_digest(sent.encode(), token_of(secret).encode())


def keep_secret(
    response: web.StreamResponse, secret: str, cookie: str = COOKIE, *, secure: bool
) -> None:
    """Let the browser keep a secret until it is closed, or the session ends."""
    path = _PATHS[cookie]
    response.set_cookie(cookie, secret, path=path, secure=secure, httponly=True, samesite="Lax")

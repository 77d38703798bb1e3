"""What came of an act, told on the next page: a cookie only our page can have made."""

import base64
import binascii
import hmac

from aiohttp import web

from bot.desk.session import PATH

COOKIE = "kheo-desk-said"
MOST = 900  # characters, so that a cookie holds them
SECONDS = 60


def carry(response: web.StreamResponse, words: str, *, secret: str, secure: bool) -> None:
    """Let the next page say this."""
    packed = base64.urlsafe_b64encode(words[:MOST].encode()).decode()
    response.set_cookie(
        COOKIE,
        f"{_mark(packed, secret)}.{packed}",
        max_age=SECONDS,
        path=PATH,
        secure=secure,
        httponly=True,
        samesite="Lax",
    )


def carried(request: web.Request, *, secret: str) -> str:
    """Return what is to be said, "" for nothing, or for what we have not written."""
    mark, _, packed = request.cookies.get(COOKIE, "").partition(".")
    if not packed or not hmac.compare_digest(mark.encode(), _mark(packed, secret).encode()):
        return ""
    try:
        return base64.urlsafe_b64decode(packed.encode()).decode()
    except (ValueError, binascii.Error):
        return ""


def forget(response: web.StreamResponse) -> None:
    """Let it be said only once."""
    response.del_cookie(COOKIE, path=PATH)


def _mark(packed: str, secret: str) -> str:
    return hmac.new(secret.encode(), b"said " + packed.encode(), "sha256").hexdigest()[:32]

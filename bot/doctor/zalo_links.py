"""Whether what is lent by a link can be fetched, and by Zalo's servers, too."""

from collections.abc import AsyncIterator
from http import HTTPStatus

from bot.channels import ChannelError
from bot.clock import Clock
from bot.doctor.finding import Finding
from bot.settings import Settings

_PATIENCE_S = 5.0
_LENT_BY_NOBODY = "/lay/0/0/0"
_AS_ZALO = {"User-Agent": "Java/1.8.0_192"}  # what a proxy takes for a stranger


async def examine(settings: Settings, _clock: Clock) -> AsyncIterator[Finding]:
    """Yield what becomes of a link that leads nowhere; nothing without Zalo."""
    if not settings.zalo_tokens:
        return
    if settings.is_here:
        told = f"Files and pictures are sent as links to {settings.public_url}, which no phone can "
        yield Finding("know", f"{told}open; set KHEO_PUBLIC_URL to the address people open.")
        return
    url = f"{settings.public_url}{_LENT_BY_NOBODY}"
    try:
        yield _told(settings.public_url, await _status(url))
    except ChannelError as error:
        told = f"{settings.public_url} gave no answer ({error.detail}); while Khéo runs, files and "
        yield Finding("know", f"{told}pictures are fetched there: start it, then ask again.")


async def _status(url: str) -> int:
    """Ask as Zalo does when it fetches a picture. Raises ChannelError."""
    from bot.channels.wire import asked, opened  # noqa: PLC0415 - without Zalo nobody needs it

    session = opened()
    try:
        async with asked(session, "GET", url, patience=_PATIENCE_S, headers=_AS_ZALO) as response:
            return response.status
    finally:
        await session.close()


def _told(public_url: str, status: int) -> Finding:
    if status == HTTPStatus.NOT_FOUND:
        told = f"Files and pictures can be fetched from {public_url}."
        return Finding("right", told)
    if status == HTTPStatus.FORBIDDEN:
        told = f"{public_url}/lay/ turns Zalo's servers away (403), so that pictures stay black"
        way = "switch Cloudflare's Browser Integrity Check off for it by a Configuration Rule."
        return Finding("wrong", f"{told}; {way}")
    told = f"{public_url}/lay/ answers {status}, which is not Khéo"
    return Finding("wrong", f"{told}; see whether the proxy leads it here.")

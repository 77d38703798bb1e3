"""Pictures people sent, fetched from Zalo: from nowhere else, whatever an update says."""

import socket
from collections.abc import Iterable
from ipaddress import ip_address

from aiohttp import ThreadedResolver
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.channels import ChannelError
from bot.channels.wire import downloaded, opened

MOST = 20 * 2**20
PATIENCE = 30.0
HOSTS = ("zdn.vn", "zadn.vn", "zaloapp.com", "zalo.me", "zaloplatforms.com", "zapps.me")


class Pictures:
    """Fetches from Zalo's servers, and from those of `apis`, where others stand in for them."""

    def __init__(self, apis: Iterable[str] = ()) -> None:
        self._own = {URL(api).origin() for api in apis}
        self._outside = opened(_PublicOnly())
        self._inside = opened()

    async def close(self) -> None:
        """Hang up."""
        await self._outside.close()
        await self._inside.close()

    async def fetch(self, link: str) -> bytes:
        """Return a picture, at most 20 MB. Raises ChannelError, "retry" or "permanent"."""
        url = _address(link)
        inside = url.origin() in self._own
        if not inside and not _is_zalos(url):
            raise ChannelError("permanent", "a picture that is not at Zalo")
        session = self._inside if inside else self._outside
        return await downloaded(session, url, most=MOST, patience=PATIENCE)


class _PublicOnly(AbstractResolver):
    """Finds no address inside a network of ours, whatever a name is said to stand for."""

    def __init__(self) -> None:
        self._names = ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._names.resolve(host, port, family)
        if not all(ip_address(one["host"]).is_global for one in found):
            raise OSError("an address inside")
        return found

    async def close(self) -> None:
        await self._names.close()


def _address(link: str) -> URL:
    try:
        url = URL(link, encoded=True)  # as it is: quoting it anew would break a signature in it
        whole = bool(url.host and url.port)
    except ValueError:
        whole = False
    if not whole:
        raise ChannelError("permanent", "a picture without an address")
    return url


def _is_zalos(url: URL) -> bool:
    usual = url.scheme == "https" and url.port == 443 and url.user is None  # noqa: PLR2004 - https
    host = url.host or ""
    return usual and any(host == known or host.endswith(f".{known}") for known in HOSTS)

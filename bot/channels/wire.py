"""HTTP to a channel's servers. What fails is raised anew: its own text may hold a secret URL."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from http import HTTPStatus

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.channels import ChannelError

CONNECT = 5.0
_CONNECTIONS = 256


class NoAnswer(ChannelError):  # noqa: N818 - named like rules.refused.Refused
    """The request was written, and no answer came in time."""

    def __init__(self, detail: str) -> None:
        super().__init__("ambiguous", detail)


def opened(resolver: AbstractResolver | None = None) -> aiohttp.ClientSession:
    """Return a session without cookies; is to be made where an event loop runs, and closed."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=_CONNECTIONS, resolver=resolver),
        cookie_jar=aiohttp.DummyCookieJar(),
    )


@asynccontextmanager
async def asked(
    session: aiohttp.ClientSession,
    verb: str,
    url: str | URL,
    *,
    patience: float,
    data: bytes | aiohttp.Payload | None = None,
    headers: Mapping[str, str] | None = None,
) -> AsyncIterator[aiohttp.ClientResponse]:
    """Ask and give the response, waiting `patience` seconds in all. Raises ChannelError."""
    timeout = aiohttp.ClientTimeout(total=patience, connect=CONNECT)
    try:
        async with session.request(
            verb, url, data=data, headers=headers, timeout=timeout, allow_redirects=False
        ) as response:
            yield response
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
        raise ChannelError("retry", type(error).__name__) from None
    except TimeoutError as error:
        raise NoAnswer(type(error).__name__) from None
    except aiohttp.ClientError as error:
        raise ChannelError("ambiguous", type(error).__name__) from None


async def downloaded(
    session: aiohttp.ClientSession, url: str | URL, *, most: int, patience: float
) -> bytes:
    """Return a file of at most `most` bytes. Raises ChannelError, "retry" or "permanent"."""
    try:
        async with asked(session, "GET", url, patience=patience) as response:
            if response.status != HTTPStatus.OK:
                raise _not_given(response.status)
            return await _all_of(response, most)
    except ChannelError as error:
        if error.kind == "ambiguous":  # asking for a file twice harms nobody
            raise ChannelError("retry", error.detail) from None
        raise


def _not_given(status: int) -> ChannelError:
    busy = status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS
    return ChannelError("retry" if busy else "permanent", f"{status} for a file")


async def _all_of(response: aiohttp.ClientResponse, most: int) -> bytes:
    data = bytearray()
    async for chunk in response.content.iter_any():
        data += chunk
        if len(data) > most:
            raise ChannelError("permanent", "a file of more than 20 MB")
    return bytes(data)

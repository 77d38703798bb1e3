"""The Bot API over one HTTP session; nobody beside it keeps the token."""

import io
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any

import aiohttp
import orjson

from bot.channels import ChannelError
from bot.channels.telegram.errors import result_in

CONNECT = 5.0
WHOLE = 30.0
MOST_DOWNLOADED = 20 * 2**20
_CONNECTIONS = 256
_JSON = {"Content-Type": "application/json"}


class Api:
    """A Bot API server (`url`, without a slash at the end) spoken to as one bot.

    Is to be made where an event loop runs, and closed.
    """

    def __init__(self, url: str, token: str) -> None:
        self._calls = f"{url}/bot{token}"
        self._files = f"{url}/file/bot{token}"
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=_CONNECTIONS),
            cookie_jar=aiohttp.DummyCookieJar(),
        )

    async def close(self) -> None:
        """Hang up."""
        await self._session.close()

    async def call(
        self, method: str, params: Mapping[str, Any], *, patience: float | None = None
    ) -> Any:
        """Call a method and return its result; `patience` in seconds. Raises ChannelError."""
        return result_in(*await self.post(method, params, patience=patience))

    async def post(
        self, method: str, params: Mapping[str, Any], *, patience: float | None = None
    ) -> tuple[int, bytes]:
        """Call a method and return status and body. Raises ChannelError, retry or ambiguous."""
        url, data = f"{self._calls}/{method}", orjson.dumps(params)
        async with self._asked("POST", url, data=data, patience=patience) as response:
            return response.status, await response.read()

    async def upload(
        self, method: str, params: Mapping[str, Any], *, name: str, field: str, data: bytes
    ) -> Any:
        """Call a method with a file under `field` and return its result. Raises ChannelError."""
        form = aiohttp.FormData(quote_fields=False)  # Telegram takes names of files as they are
        for key, value in params.items():
            form.add_field(key, value if isinstance(value, str) else orjson.dumps(value).decode())
        form.add_field(
            field, io.BytesIO(data), filename=name, content_type="application/octet-stream"
        )
        async with self._asked("POST", f"{self._calls}/{method}", data=form()) as response:
            status, body = response.status, await response.read()
        return result_in(status, body)

    async def download(self, path: str) -> bytes:
        """Return the file at a path that getFile gave. Raises ChannelError, never ambiguous."""
        try:
            async with self._asked("GET", f"{self._files}/{path}") as response:
                if response.status != HTTPStatus.OK:
                    raise _not_given(response.status)
                return await _all_of(response)
        except ChannelError as error:
            if error.kind == "ambiguous":  # asking for a file twice harms nobody
                raise ChannelError("retry", error.detail) from None
            raise

    @asynccontextmanager
    async def _asked(
        self,
        verb: str,
        url: str,
        *,
        data: bytes | aiohttp.Payload | None = None,
        patience: float | None = None,
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        """Ask and give the response. What fails is raised anew, as its text may hold the URL."""
        timeout = aiohttp.ClientTimeout(total=patience or WHOLE, connect=CONNECT)
        headers = _JSON if isinstance(data, bytes) else None
        try:
            async with self._session.request(
                verb, url, data=data, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                yield response
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise ChannelError("retry", type(error).__name__) from None
        except (aiohttp.ClientError, TimeoutError) as error:
            raise ChannelError("ambiguous", type(error).__name__) from None


def _not_given(status: int) -> ChannelError:
    busy = status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS
    return ChannelError("retry" if busy else "permanent", f"{status} for a file")


async def _all_of(response: aiohttp.ClientResponse) -> bytes:
    data = bytearray()
    async for chunk in response.content.iter_any():
        data += chunk
        if len(data) > MOST_DOWNLOADED:
            raise ChannelError("permanent", "a file of more than 20 MB")
    return bytes(data)

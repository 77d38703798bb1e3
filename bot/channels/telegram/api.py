"""The Bot API over one HTTP session; nobody beside it keeps the token."""

import io
from collections.abc import Mapping
from typing import Any

import aiohttp
import orjson

from bot.channels.telegram.errors import result_in
from bot.channels.wire import asked, downloaded, opened

WHOLE = 30.0
MOST_DOWNLOADED = 20 * 2**20
_JSON = {"Content-Type": "application/json"}


class Api:
    """A Bot API server (`url`, without a slash at the end) spoken to as one bot.

    Is to be made where an event loop runs, and closed.
    """

    def __init__(self, url: str, token: str) -> None:
        self._calls = f"{url}/bot{token}"
        self._files = f"{url}/file/bot{token}"
        self._session = opened()

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
        async with asked(
            self._session, "POST", url, data=data, headers=_JSON, patience=patience or WHOLE
        ) as response:
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
        url = f"{self._calls}/{method}"
        async with asked(self._session, "POST", url, data=form(), patience=WHOLE) as response:
            status, body = response.status, await response.read()
        return result_in(status, body)

    async def download(self, path: str) -> bytes:
        """Return the file at a path that getFile gave. Raises ChannelError, never ambiguous."""
        url = f"{self._files}/{path}"
        return await downloaded(self._session, url, most=MOST_DOWNLOADED, patience=WHOLE)

"""Zalo's Bot API over one HTTP session; nobody beside it keeps the token."""

from collections.abc import Mapping
from typing import Any

import orjson

from bot.channels.wire import NoAnswer, asked, opened
from bot.channels.zalo.errors import result_in

USUAL = 10.0
# Of a bubble's text and its picture together the lease must not run out. A webhook is tried.
LONGER = {"sendPhoto": 25.0, "setWebhook": 30.0, "testWebhook": 30.0}
SLACK = 10.0
_JSON = {"Content-Type": "application/json"}


class Api:
    """A server of Zalo's (`url`, without a slash at the end) spoken to as one bot.

    Is to be made where an event loop runs, and closed.
    """

    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self._calls = f"{url}/bot{token}"
        self._session = opened()

    async def close(self) -> None:
        """Hang up."""
        await self._session.close()

    async def call(
        self, method: str, params: Mapping[str, Any], *, patience: float | None = None
    ) -> Any:
        """Call a method and return its result; `patience` in seconds. Raises ChannelError."""
        status, body = await self.post(method, params, patience=patience)
        return result_in(status, body, method)

    async def poll(self, wait: int) -> dict[str, Any] | None:
        """Return what somebody says within `wait` seconds, None if nobody says anything.

        What is returned here is returned never again, or again and again: Zalo does not tell.
        Raises ChannelError.
        """
        try:
            result = await self.call("getUpdates", {"timeout": wait}, patience=wait + SLACK)
        except NoAnswer:
            return None  # nobody polls while a pause is made
        return result if isinstance(result, dict) and result else None

    async def post(
        self, method: str, params: Mapping[str, Any], *, patience: float | None = None
    ) -> tuple[int, bytes]:
        """Call a method and return status and body. Raises ChannelError, retry or ambiguous."""
        async with asked(
            self._session,
            "POST",
            f"{self._calls}/{method}",
            data=orjson.dumps(params),
            headers=_JSON,
            patience=patience or LONGER.get(method, USUAL),
        ) as response:
            return response.status, await response.read()

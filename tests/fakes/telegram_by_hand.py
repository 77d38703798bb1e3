"""A bot without a library, which calls the fake Telegram by hand."""

from typing import Any

import aiohttp

from tests.fakes.telegram import FakeTelegram


class Bot:
    """Calls with JSON bodies over one session."""

    def __init__(self, telegram: FakeTelegram, session: aiohttp.ClientSession) -> None:
        self._url = f"{telegram.url}/bot{telegram.token}"
        self._session = session

    async def asks(self, method: str, **params: Any) -> dict[str, Any]:
        """Make a call and return the answer, be it a refusal."""
        async with self._session.post(f"{self._url}/{method}", json=params) as response:
            answer: dict[str, Any] = await response.json()
            assert response.status == answer.get("error_code", 200)
            return answer

    async def does(self, method: str, **params: Any) -> Any:
        """Make a call that goes well and return its result."""
        return (await self.asks(method, **params))["result"]

    async def fetches(self, **params: Any) -> list[int]:
        """Return the ids of the updates that getUpdates gives."""
        return [update["update_id"] for update in await self.does("getUpdates", **params)]

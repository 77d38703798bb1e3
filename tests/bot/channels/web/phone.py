"""A phone as the server sees it: a cookie, and requests as the page makes them."""

import hashlib
import itertools
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Self

import aiohttp

OURS = {"X-Kheo": "1"}


class Phone:
    """Makes the page's requests with ids of its own."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self.session = session
        self._ids = (f"message-{number}" for number in itertools.count(1))

    async def open(self) -> Self:
        """Open the page, which gives the cookie."""
        async with self.session.get("/"):
            return self

    @property
    def secret(self) -> str:
        """The secret in the cookie."""
        return next(c.value for c in self.session.cookie_jar if c.key == "kheo")

    @property
    def chat(self) -> str:
        """The chat's id as the server knows it."""
        return hashlib.sha256(self.secret.encode()).hexdigest()

    async def post(
        self,
        path: str,
        *,
        headers: Mapping[str, str] = OURS,
        json: Any = None,
        data: Any = None,
    ) -> tuple[int, Any, Mapping[str, str]]:
        """Return status, content (None if it is no JSON) and headers of what was answered."""
        async with self.session.post(path, json=json, data=data, headers=headers) as response:
            is_json = response.content_type == "application/json"
            return response.status, await response.json() if is_json else None, response.headers

    async def say(self, **message: Any) -> int:
        """Say something and return the status."""
        status, _, _ = await self.post("/chat/say", json={"id": next(self._ids)} | message)
        return status

    async def bubbles(self, after: str = "") -> list[dict[str, Any]]:
        """Return the bubbles the page would show."""
        async with self.session.get("/chat/bubbles", params={"after": after}) as response:
            content = await response.json()
            found: list[dict[str, Any]] = content["bubbles"]
            return found

    async def texts(self) -> list[str]:
        """Return the words of all bubbles."""
        return [bubble["text"] for bubble in await self.bubbles()]

    @asynccontextmanager
    async def listening(self, after: str = "", **headers: str) -> AsyncIterator["Events"]:
        """Open a stream of events."""
        given = {"Last-Event-ID": after} | headers
        async with self.session.get("/chat/events", headers=given) as response:
            yield Events(response.content)


class Events:
    """The events of a stream, one after the other."""

    def __init__(self, content: aiohttp.StreamReader) -> None:
        self._content = content

    async def next(self) -> dict[str, str]:
        """Return the fields of the next event, {} at the end."""
        block = b""
        while not block.endswith(b"\n\n"):
            line = await self._content.readline()
            if not line:
                return {}
            block += line
        lines = (line.partition(": ") for line in block.decode().strip().split("\n"))
        return {name: value for name, colon, value in lines if colon}

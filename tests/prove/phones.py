"""Phones: how people say, press and read, on Telegram and on the web page, whatever fails."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Any, Protocol

import aiohttp

from tests.fakes.telegram import Bubble, Person, Sent
from tests.prove.notes import Seen
from tests.prove.until import A_MOMENT

A_WHILE = 0.3  # seconds somebody looks at the screen before they wonder
A_BREATH = (
    0.15  # seconds before somebody writes on the page, which nobody does a hundred times in ten
)


@dataclass(frozen=True, slots=True)
class Shown(Seen):
    """A bubble on the screen: its buttons as (label, data).

    `row` is what the service calls it, where the phone finds out: a copy has the same.
    """

    buttons: tuple[tuple[str, str], ...] = ()
    row: str = ""
    bubble: Bubble | None = field(default=None, repr=False, kw_only=True)


class Phone(Protocol):
    """What people do with a phone; what they said is named by the id the service knows it by."""

    channel: str
    chat: str

    async def opens(self, code: str) -> str:
        """Open the chat with a code."""
        ...

    async def says(self, words: str) -> str:
        """Write a message."""
        ...

    async def presses(self, shown: Shown, data: str) -> str:
        """Press the button of a bubble that carries this."""
        ...

    async def wonders(self) -> None:
        """Do what the app does by itself when nothing comes."""
        ...

    async def reads(self) -> Shown | None:
        """Return the next bubble, None when none comes for a while."""
        ...


class OnTelegram:
    """Telegram: what is said is with the server at once, whether the bot lives or not."""

    channel = "telegram"

    def __init__(self, person: Person) -> None:
        self.chat = str(person.id)
        self._person = person
        self._unanswered: Sent | None = None

    async def opens(self, code: str) -> str:
        """Press Start in the invitation."""
        return await self.says(f"/start {code}")

    async def says(self, words: str) -> str:
        """Write a message."""
        sent = await self._person.says(words)
        return f"m:{sent.message_id}"

    async def presses(self, shown: Shown, data: str) -> str:
        """Press the button of a bubble that carries this."""
        label = next(label for label, carried in shown.buttons if carried == data)
        self._unanswered = await self._person.presses(label, bubble=shown.bubble)
        return f"q:{self._unanswered.query_id}"

    async def wonders(self) -> None:
        """Send the last press once more, as the app does with one that got no answer."""
        if self._unanswered:
            await self._person.presses_again(self._unanswered)
            self._unanswered = None

    async def reads(self) -> Shown | None:
        """Return the next bubble, None when none comes for a while."""
        try:
            (bubble,) = await self._person.reads(within=A_WHILE)
        except AssertionError:
            return None
        buttons = tuple((b.label, b.data) for row in bubble.buttons for b in row)
        return Shown(str(bubble.message_id), bubble.text, buttons, bubble=bubble)


class OnTheWeb:
    """The page: it says a thing again, with the same id, until the server has acknowledged it."""

    channel = "web"

    def __init__(self, session: aiohttp.ClientSession) -> None:
        secret = secrets.token_urlsafe(32)
        self.chat = hashlib.sha256(secret.encode()).hexdigest()
        self._session = session
        self._headers = {"X-Kheo": "1", "X-Kheo-Session": secret}
        self._known: set[str] = set()
        self._last = ""
        self._unread: list[Shown] = []

    async def opens(self, code: str) -> str:
        """Open the page at the address in the invitation."""
        return await self._post(start=code)

    async def says(self, words: str) -> str:
        """Write a message."""
        return await self._post(text=words)

    async def presses(self, shown: Shown, data: str) -> str:
        """Press the button of a bubble that carries this."""
        label = next(label for label, carried in shown.buttons if carried == data)
        return await self._post(press=data, label=label)

    async def wonders(self) -> None:
        """Do nothing: what was acknowledged is not said again."""

    async def reads(self) -> Shown | None:
        """Return the next bubble, None when none comes for a while."""
        waited = 0.0
        while not self._unread and waited < A_WHILE:
            there = await self._look()
            if not self._unread:
                await asyncio.sleep(A_MOMENT)
                waited += A_MOMENT * there
        return self._unread.pop(0) if self._unread else None

    async def _post(self, **message: str) -> str:
        external = secrets.token_urlsafe(12)
        await asyncio.sleep(A_BREATH)
        while True:
            try:
                async with self._session.post(
                    "/chat/say", json={"id": external, **message}, headers=self._headers
                ) as response:
                    if response.ok:
                        return external
            except aiohttp.ClientError:
                pass  # nobody there, or gone before the answer: unsent, as far as the page knows
            await asyncio.sleep(A_MOMENT)

    async def _look(self) -> bool:
        """Show what is new; return whether anybody answers."""
        try:
            async with self._session.get(
                "/chat/bubbles", params={"after": self._last}, headers=self._headers
            ) as response:
                found = await response.json() if response.ok else {"bubbles": []}
        except aiohttp.ClientError:
            return False
        for bubble in found["bubbles"]:
            self._show(bubble)
        return True

    def _show(self, bubble: dict[str, Any]) -> None:
        if bubble["id"] in self._known:
            return
        self._known.add(bubble["id"])
        self._last = max(self._last, bubble["id"])
        if bubble["side"] == "ours":
            buttons = tuple((label, data) for row in bubble["rows"] for label, data in row)
            self._unread.append(Shown(bubble["id"], bubble["text"], buttons))

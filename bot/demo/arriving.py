"""Somebody invented comes to the chat: opens their invitation and agrees."""

import secrets
from typing import Any

import aiohttp

from bot.channels.web.guard import MARK
from bot.channels.web.session import HEADER


async def arrive(http: aiohttp.ClientSession, bot: str, *, session: str, code: str) -> None:
    """Open the chat with a code as whoever keeps `session`, and press the first button."""
    headers = {MARK: "1", HEADER: session}

    async def say(**what: str) -> None:
        message = {"id": secrets.token_urlsafe(12), **what}
        async with http.post(f"{bot}/chat/say", json=message, headers=headers) as answer:
            answer.raise_for_status()

    await say(start=code)
    async with http.get(f"{bot}/chat/bubbles", headers=headers) as answer:
        found = await answer.json()
    label, data = _first_button(found["bubbles"])
    await say(press=data, label=label)


def _first_button(bubbles: list[dict[str, Any]]) -> tuple[str, str]:
    label, data = next(button for one in bubbles for row in one["rows"] for button in row)
    return label, data

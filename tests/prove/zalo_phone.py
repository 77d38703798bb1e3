"""Zalo: no buttons; what is to be pressed is said by its number, or by its words."""

from __future__ import annotations

import asyncio
import json
import re
import unicodedata
from random import Random

from conversations.numbered import listed, options
from conversations.say import Say
from tests.fakes.zalo import Bubble, Chat
from tests.prove.kept import Row, Store
from tests.prove.phones import A_WHILE, Shown
from tests.prove.until import A_MOMENT


class OnZalo:
    """A phone with Zalo: what is said is with the server at once, and told to the bot maybe once.

    Which answer a label stands for is looked up in what the service meant to say; the number to
    type is read from the screen.
    """

    channel = "zalo"

    def __init__(self, chat: Chat, store: Store) -> None:
        self.chat = chat.id
        self._at = chat
        self._store = store
        self._patience = Random(chat.id)  # noqa: S311 - in step, some would always be overheard

    async def opens(self, code: str) -> str:
        """Send the code, which the link of the invitation has typed already."""
        return await self.says(code)

    async def says(self, words: str) -> str:
        """Write a message, after a moment: at once it would always be between two polls."""
        await asyncio.sleep(self._patience.uniform(0, A_MOMENT))
        return f"m:{await self._at.writes(words)}"

    async def presses(self, shown: Shown, data: str) -> str:
        """Say the number before the answer that carries this, or the answer itself."""
        label = next(label for label, carried in shown.buttons if carried == data)
        listing = rf"^(\d+)\. {re.escape(_plain(label))}$"
        numbers = re.findall(listing, shown.text, re.MULTILINE)
        return await self.says(numbers[-1] if numbers else label)

    async def wonders(self) -> None:
        """Do nothing: the app does not say things again."""

    async def reads(self) -> Shown | None:
        """Return the next bubble, None when none comes for a while."""
        try:
            bubble = await self._at.reads(within=A_WHILE * self._patience.uniform(1, 2))
        except AssertionError:
            return None
        return await self._shown(bubble)

    async def _shown(self, bubble: Bubble) -> Shown:
        """Return a bubble with its answers, as those of the newest row that says the same."""
        for row in await self._store.said("zalo", self.chat):
            if words_of(row) == bubble.text:
                say = Say.from_json(json.loads(row["say"]))
                buttons = tuple((option.label, option.data) for option in options(say))
                return Shown(bubble.id, bubble.text, buttons, row=row["id"])
        return Shown(bubble.id, bubble.text)


def words_of(row: Row) -> str:
    """Return the words of a row as they are on the screen, answers and all."""
    return _plain(listed(Say.from_json(json.loads(row["say"]))))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip()

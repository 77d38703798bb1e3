"""A chat of somebody with a bot: what they do there, and what they see."""

import datetime as dt
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from tests.fakes.telegram.entities import units
from tests.fakes.telegram.watch import Watch

_LONGEST = 2000
_WITHIN = 30.0  # never reached where nothing is wrong, however busy the machine is
_STICKER = "https://zalo-api.zadn.vn/api/emoticon/oasticker?eid=1&size=130"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """A message of the bot; `photo` is its address and `data` what was there, `at` UTC."""

    id: str
    text: str
    at: dt.datetime
    kind: str = "text"
    photo: str = ""
    data: bytes = b""


class Post(Protocol):
    """Who carries what somebody does to the bot."""

    watch: Watch
    photo: str  # what the field with a picture's address is called

    def keep(self, name: str, data: bytes) -> str:
        """Keep a file for a while and return its address."""
        ...

    async def tell(self, chat: "Chat", event: str, content: dict[str, Any]) -> str:
        """Tell the bot; return the message_id."""
        ...


@dataclass(slots=True, kw_only=True, eq=False)
class Chat:
    """The chat of one person, or of a group, with one bot.

    `sender` is who writes there by the id this bot knows them by, `known` whether they ever did.
    """

    id: str
    bot: str
    sender: dict[str, Any]
    post: Post
    kind: str = "PRIVATE"
    known: bool = False
    bubbles: list[Bubble] = field(default_factory=list)
    typing: int = 0  # how often the bot has shown that it writes
    read: int = 0

    async def writes(self, text: str) -> str:
        """Write a message and return its id; there are no buttons, a number is how one chooses."""
        if not text or units(text) > _LONGEST:
            raise ValueError(f"the app sends texts of 1 to {_LONGEST} characters")
        return await self._does("message.text.received", text=text)

    async def sends_photo(self, data: bytes, *, caption: str = "") -> str:
        """Send a picture."""
        url = self.post.keep("photo.jpg", data)
        content = {"message_type": "CHAT_PHOTO", "caption": caption, self.post.photo: url}
        return await self._does("message.image.received", **content)

    async def sends_sticker(self) -> str:
        """Send a sticker."""
        content = {"message_type": "CHAT_STICKER", "sticker": "2be893baafff46a11fee"}
        return await self._does("message.sticker.received", **content, url=_STICKER)

    async def sends_voice(self, data: bytes = b"\xff\xf1AAC") -> str:
        """Send a voice message."""
        url = self.post.keep("voice.aac", data)
        content = {"message_type": "CHAT_VOICE", "voice_url": url}
        return await self._does("message.voice.received", **content)

    async def sends_unsupported(self) -> str:
        """Send a file, a contact, a place or whatever else bots are not told of."""
        return await self._does("message.unsupported.received")

    async def reads(self, n: int = 0, *, within: float = _WITHIN) -> Bubble:
        """Return the nth bubble (the first is 1) as soon as it is there; 0: the next one unread.

        Raises AssertionError if it stays out.
        """
        wanted = n or self.read + 1
        found = await self._waits(
            lambda: self.bubbles[wanted - 1] if len(self.bubbles) >= wanted else None,
            within=within,
            missing=lambda: f"bubble {wanted} expected, there are {self._texts()}",
        )
        self.read = max(self.read, wanted)
        return found

    async def sees(self, pattern: str, *, within: float = _WITHIN) -> Bubble:
        """Return the newest bubble whose text has the regular expression, waiting for it."""
        return await self._waits(
            lambda: next((b for b in self.bubbles[::-1] if re.search(pattern, b.text)), None),
            within=within,
            missing=lambda: f"{pattern!r} is not in {self._texts()}",
        )

    def _waits(
        self, look: Callable[[], Bubble | None], *, within: float, missing: Callable[[], str]
    ) -> Awaitable[Bubble]:
        return self.post.watch.until(look, within=within, missing=missing)

    def _texts(self) -> list[str]:
        return [bubble.text for bubble in self.bubbles]

    async def _does(self, event: str, **content: Any) -> str:
        self.known = True
        return await self.post.tell(self, event, content)

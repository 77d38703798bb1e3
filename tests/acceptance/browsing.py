"""What somebody at the web page does, and reads for it."""

import itertools
import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from bot.channels.web.bubbles import MOST, OVERLAP_MS
from bot.channels.web.guard import SPAN, Flood
from bot.ids import ALPHABET, Ids
from tests.acceptance.inside import Inside
from tests.acceptance.telling import CODE, RECEIPT, tell
from tests.bot.channels.web.phone import Phone

LATE_MS = 500  # what is committed so much later than its id was made is read, too


class Visitor:
    """Somebody at the page; `told` is all the assistant said, oldest first."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        self.told: list[dict[str, Any]] = []

    async def says(self, words: str) -> str:
        """Say words; return the answer."""
        return await self._does(text=words)

    async def presses(self, label: str) -> str:
        """Press the newest button with this label, or that begins so; return the answer."""
        buttons = [b for one in reversed(self.told) for row in one["rows"] for b in row]
        found = next(one for one in buttons if one[0].startswith(label))
        return await self._does(press=found[1], label=found[0])

    async def forges(self, data: str) -> str:
        """Press what no button says; return the answer."""
        return await self._does(press=data, label="")

    async def forges_all(self, presses: Sequence[str]) -> None:
        """Press one after the other what no button says."""
        for data in presses:
            assert await self.phone.say(press=data, label="") == 200

    async def opens(self, code: str = "") -> str:
        """Open the page, perhaps by an invitation; return the answer."""
        return await self._does(start=code)

    async def registers(self) -> str:
        """Register the model of the newspaper; return the code on the receipt."""
        await self.opens(CODE)
        await tell(self.presses, self.says)
        found = re.search(RECEIPT, self.told[-1]["text"])
        assert found
        return found[1]

    def shown(self) -> str:
        """Return all that was shown so far, buttons included."""
        return str(self.told)

    async def reads(self) -> list[str]:
        """Return what the assistant said since the last time."""
        after = _lately(self.told[-1]["id"]) if len(self.told) > MOST // 4 else ""
        seen, new = {one["id"] for one in self.told}, list[dict[str, Any]]()
        while True:
            shown = await self.phone.bubbles(after)
            fresh = [one for one in shown if one["id"] not in seen]
            new += [one for one in fresh if one["side"] == "ours"]
            seen |= {one["id"] for one in fresh}
            if len(shown) < MOST:
                break
            further = _lately(shown[-1]["id"], late=0)
            assert further > after  # or some of them are never shown
            after = further
        self.told += new
        return [one["text"] for one in new]

    async def _does(self, **message: Any) -> str:
        assert await self.phone.say(**message) == 200
        return "\n".join(await self.reads())


def _lately(bubble: str, *, late: int = LATE_MS) -> str:
    """Return where to read on: who does more than any human reads less of what was before."""
    at = 0
    for character in bubble[:9]:
        at = at * 32 + ALPHABET.index(character)
    return Ids(lambda: at + OVERLAP_MS - late, lambda _: 0).next()


@asynccontextmanager
async def visiting(bot: Inside) -> AsyncIterator[Visitor]:
    """Give somebody who has opened the page."""
    async with bot.phone() as phone:
        yield Visitor(phone)


def unhurried(bot: Inside) -> None:
    """Let so much time pass between any two messages that none comes too soon."""
    seconds = itertools.count(0.0, SPAN)
    bot.parts.chat._flood = Flood(lambda: next(seconds))

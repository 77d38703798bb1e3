"""Which bots of a channel there are, and whose token is refused, as the database is told."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeAlias

from bot.clock import Clock
from bot.lookout import Lookout
from storage import bots
from storage.database import Database, Transaction

_LOOK_SECONDS = 3600.0
_Note: TypeAlias = Callable[[Transaction], Awaitable[None]]


class BotsKnown:
    """Takes news of a channel's bots at once; the database is told as soon as it is there."""

    def __init__(self, db: Database, clock: Clock, *, channel: str) -> None:
        self._db = db
        self._clock = clock
        self._channel = channel
        self._news: dict[str, _Note] = {}
        self.keeping = Lookout(self.keep, what=f"the bots of {channel}")

    def seen(self, bot: str, name: str) -> None:
        """Know that a bot is there, and its token known."""
        at = self._clock.now_ms()
        self._news[bot] = partial(bots.seen, channel=self._channel, bot=bot, name=name, at=at)
        self.keeping.look()

    def refused(self, bot: str) -> None:
        """Know that a bot's token is refused."""
        at = self._clock.now_ms()
        self._news[bot] = partial(bots.refuse, channel=self._channel, bot=bot, at=at)
        self.keeping.look()

    async def keep(self) -> float:
        """Keep what is new; return in how many seconds to look again. Raises Unavailable."""
        news = dict(self._news)
        if news:
            async with self._db.writing() as tx:
                for note in news.values():
                    await note(tx)
        self._news = {bot: one for bot, one in self._news.items() if news.get(bot) is not one}
        return _LOOK_SECONDS

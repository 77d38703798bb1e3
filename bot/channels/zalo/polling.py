"""Fetching what is said to one bot: an update is gone once it is read, so it is kept at once."""

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any

import structlog

from bot.channels.patience import Patience, Sleep
from bot.channels.zalo import ZaloBot
from bot.channels.zalo.errors import passing
from bot.channels.zalo.intake import Intake
from bot.waiting import unless

log = structlog.get_logger(__name__)

WAIT = 20  # seconds; a stop waits for it, as what is read then would be lost
_REMEMBERED = 100
_FLOOR = 1.0  # seconds between calls that bring nothing new
_AT_ONCE = 0.2  # seconds: nobody has waited for anything


class Polling:
    """Fetches what is said to a bot and has it taken in, one by one, until it is stopped.

    `there` is told once the bot's token is known to be right.
    """

    def __init__(
        self,
        bot: ZaloBot,
        intake: Intake,
        *,
        there: Callable[[ZaloBot], None],
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.bot = bot
        self._intake = intake
        self._there = there
        self._sleep = sleep
        self._stopping = asyncio.Event()
        self._api_away = Patience(1, 30, self._nap)
        self._nowhere_to_keep = Patience(0.5, 5, self._nap)
        self._recent: deque[str] = deque(maxlen=_REMEMBERED)
        self._who = f"zalo {bot.id}"

    async def run(self) -> None:
        """Fetch until stopped, then finish the call in hand. Raises TokenRefused."""
        await unless(self._stopping, self._api_away.until_done(self._prepare, who=self._who))
        while not self._stopping.is_set():
            began = asyncio.get_running_loop().time()
            update = await self._api_away.until_done(self._fetch, who=self._who)
            if update is not None:
                await self._take(update)
            took = asyncio.get_running_loop().time() - began
            if took < self._least(update):
                await self._nap(_FLOOR - took)

    def stop(self) -> None:
        """Let `run` end when the call in hand has ended and what it brought is taken in."""
        self._stopping.set()
        log.info("zalo: waits for the call in hand", bot=self.bot.id, seconds=WAIT)

    async def _prepare(self) -> None:
        await passing(self.bot.prepare())
        self._there(self.bot)
        await passing(self.bot.api.call("deleteWebhook", {}))

    async def _fetch(self) -> Mapping[str, Any] | None:
        if self._stopping.is_set():
            return None
        return await passing(self.bot.api.poll(WAIT))

    async def _take(self, update: Mapping[str, Any]) -> None:
        while True:
            try:
                await self._intake.take(self.bot.id, update)
            except OSError as error:
                if self._stopping.is_set():
                    log.error("zalo: a message is lost", bot=self.bot.id, error=error.strerror)  # noqa: TRY400 - a traceback may hold what was said
                    return
                log.warning("zalo: no place for a message", bot=self.bot.id, error=error.strerror)
                await self._nowhere_to_keep.pause()
            else:
                self._nowhere_to_keep.ease()
                return

    def _least(self, update: Mapping[str, Any] | None) -> float:
        """Return how many seconds a call has to take that another one may follow at once."""
        if update is None:
            return _AT_ONCE
        message = update.get("message")
        number = str(message.get("message_id", "")) if isinstance(message, Mapping) else ""
        if number in self._recent:
            return _FLOOR
        self._recent.append(number)
        return 0.0

    async def _nap(self, seconds: float) -> None:
        await unless(self._stopping, self._sleep(seconds))

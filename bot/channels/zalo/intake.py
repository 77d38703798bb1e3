"""What Zalo brings on its way in; polling and the webhook share it."""

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import structlog

from bot.channels import Incoming, Receiver
from bot.channels.decoded import decoded
from bot.channels.zalo import Zalo
from bot.channels.zalo.parse import Elsewhere, parse
from bot.channels.zalo.spool import Spool, Spooled
from bot.lookout import Lookout
from storage.database import Unavailable

log = structlog.get_logger(__name__)

_TYPING_SECONDS = 1.0
_LOOK_SECONDS = 60.0


class Intake:
    """Hands over what bodies bring. `now` gives UTC milliseconds.

    While the database is away bodies go to the spool; `emptying` takes them in when it is back.
    """

    def __init__(
        self, zalo: Zalo, spool: Spool, *, receiver: Receiver, now: Callable[[], int]
    ) -> None:
        self._zalo = zalo
        self._spool = spool
        self._receiver = receiver
        self._now = now
        self.emptying = Lookout(self.empty, what="the spool of Zalo")

    async def take(self, bot: str, body: Mapping[str, Any]) -> None:
        """Return when all that follows from a body is committed, or the body lies in the spool.

        Raises OSError when neither could be done; then it may be brought again.
        """
        at = self._now()
        if not self._spool.holds(bot):
            try:
                await self._hand_over(bot, body, at=at)
            except Unavailable:
                log.warning("zalo: a message waits on the disk for the database", bot=bot)
            else:
                return
        await self._spool.keep(bot, json.dumps(body).encode(), at=at)
        self.emptying.look()

    async def empty(self) -> float:
        """Take in what waits in the spool; return in how many seconds to look again.

        Raises Unavailable, OSError.
        """
        await self._spool.sweep()
        for one in await self._spool.waiting():
            await self._take_up(one)
        return _LOOK_SECONDS

    async def _take_up(self, one: Spooled) -> None:
        """Take in a body of the spool, as of when it was received."""
        try:
            body = decoded(await self._spool.read(one))
        except FileNotFoundError:
            pass  # another process took it in
        except ValueError:
            log.error("zalo: a message on the disk is spoilt", bot=one.bot)  # noqa: TRY400 - a traceback may hold what was said
        else:
            await self._hand_over(one.bot, body, at=one.at)
        await self._spool.remove(one)

    async def _hand_over(self, bot: str, body: Mapping[str, Any], *, at: int) -> None:
        arrivals = self._read(bot, body, at=at)
        for one in arrivals:
            if isinstance(one, Elsewhere):
                self._zalo.point_here(bot, one.chat)
        said = [one for one in arrivals if isinstance(one, Incoming)]
        with self._typing(said):
            outcomes = await asyncio.gather(
                *(self._receiver.take(one) for one in said), return_exceptions=True
            )
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome

    def _read(
        self, bot: str, body: Mapping[str, Any], *, at: int
    ) -> Sequence[Incoming | Elsewhere]:
        try:
            return parse(body, bot=bot, now=at)
        except Exception as error:  # noqa: BLE001 - what cannot be read would come again for ever
            log.error("zalo: a message not understood", bot=bot, error=type(error).__name__)  # noqa: TRY400 - a traceback may hold what was said
            return ()

    @contextmanager
    def _typing(self, said: Sequence[Incoming]) -> Iterator[None]:
        """Show, where it takes long, that an answer is being made."""
        if not said:
            yield
            return
        loop, first = asyncio.get_running_loop(), said[0]
        timer = loop.call_later(_TYPING_SECONDS, self._zalo.typing, first.bot, first.chat)
        try:
            yield
        finally:
            timer.cancel()

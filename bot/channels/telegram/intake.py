"""Updates on their way in: typed, parsed, handed over; polling and the webhook share it."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

import structlog
from telegram import Message, Update

from bot.channels import Incoming, Receiver
from bot.channels.telegram import Telegram
from bot.channels.telegram.parse import Arrival, Elsewhere, Membership, parse

log = structlog.get_logger(__name__)


class Presence(Protocol):
    """Is told who can be written to. May raise storage.database.Unavailable: told again then."""

    async def blocked(self, channel: str, bot: str, chat: str) -> None:
        """Know that a person has blocked the bot."""

    async def opened(self, channel: str, bot: str, chat: str) -> None:
        """Know that a person lets the bot write again."""


class Intake:
    """Hands over what updates bring. `now` gives UTC milliseconds."""

    def __init__(
        self,
        telegram: Telegram,
        *,
        receiver: Receiver,
        presence: Presence,
        now: Callable[[], int],
    ) -> None:
        self._telegram = telegram
        self._receiver = receiver
        self._presence = presence
        self._now = now

    async def take(self, updates: Sequence[dict[str, Any]]) -> None:
        """Return when all that follows from the updates is committed.

        What people said goes to the receiver in the order of the updates, all at once. Raises
        storage.database.Unavailable if something was not taken in; then all may be brought again.
        """
        arrivals = [pair for raw in updates for pair in self._read(raw)]
        outcomes = await asyncio.gather(
            *(self._hand_over(one, text) for one, text in arrivals if isinstance(one, Incoming)),
            self._tell([one for one, _ in arrivals if isinstance(one, Membership)]),
            return_exceptions=True,
        )
        for one, _ in arrivals:
            if isinstance(one, Elsewhere):
                self._telegram.point_here(one.chat)
        for outcome in outcomes:
            if isinstance(outcome, BaseException):
                raise outcome

    def _read(self, raw: dict[str, Any]) -> Iterator[tuple[Arrival, str]]:
        """Yield what an update brings, with the text of the bubble it is about."""
        telegram = self._telegram
        try:
            update = Update.de_json(raw)
            found = parse(update, bot=telegram.bot, name=telegram.name, now=self._now())
        except Exception as error:  # noqa: BLE001 - what cannot be read would come again for ever
            kind = type(error).__name__
            log.error("telegram: update not understood", id=raw.get("update_id"), error=kind)  # noqa: TRY400 - a traceback may hold what was said
            return
        shown = _shown(update)
        yield from ((one, shown) for one in found)

    async def _hand_over(self, incoming: Incoming, shown: str) -> None:
        await self._receiver.take(incoming)
        if incoming.message:
            self._telegram.answered(incoming, shown)

    async def _tell(self, changes: Sequence[Membership]) -> None:
        """Tell of changes one by one: of two about the same chat the later one holds."""
        for change in changes:
            tell = self._presence.blocked if change.blocked else self._presence.opened
            await tell(self._telegram.code, self._telegram.bot, change.chat)


def _shown(update: Update) -> str:
    bubble = update.callback_query.message if update.callback_query else None
    return (bubble.text or "") if isinstance(bubble, Message) else ""

"""Fetching updates: Telegram is told to forget them only once they are kept."""

import asyncio
from typing import Any

import structlog

from bot.channels import ChannelError
from bot.channels.patience import Patience, Sleep
from bot.channels.telegram import Telegram
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.parse import KINDS
from bot.channels.telegram.requests import our_errors
from bot.waiting import unless
from storage.database import Unavailable

log = structlog.get_logger(__name__)

WAIT = 25
MOST = 100
_SLACK = 15.0
_LAST = 5.0


class Polling:
    """Fetches updates and has them taken in, until it is stopped."""

    def __init__(self, telegram: Telegram, intake: Intake, *, sleep: Sleep = asyncio.sleep) -> None:
        self._telegram = telegram
        self._intake = intake
        self._stopping = asyncio.Event()
        self._api_away = Patience(1, 30, sleep)
        self._database_away = Patience(0.5, 5, sleep)
        self._offset = 0  # 0: nothing is taken in that Telegram does not know of

    async def run(self) -> None:
        """Fetch until stopped; what was taken in then is confirmed.

        Raises TokenRefused. Whatever the receiver raises beside Unavailable ends the loop, too.
        """
        await unless(self._stopping, self._api_away.until_done(self._prepare, who="telegram"))
        while not self._stopping.is_set():
            updates = await unless(
                self._stopping, self._api_away.until_done(self._fetch, who="telegram")
            )
            if updates:
                await self._take(updates)
            elif updates is not None:
                self._offset = 0  # confirmed; ids may begin anew, and lower, after a quiet week
        if self._offset:
            await self._confirm()

    def stop(self) -> None:
        """Let `run` end when the batch in hand is taken in and confirmed."""
        self._stopping.set()

    async def _prepare(self) -> None:
        await self._telegram.prepare()
        with our_errors():
            await self._telegram.client.delete_webhook()

    async def _fetch(self) -> list[dict[str, Any]]:
        return await self._get_updates(limit=MOST, wait=WAIT, patience=WAIT + _SLACK)

    async def _take(self, updates: list[dict[str, Any]]) -> None:
        try:
            await self._intake.take(updates)
        except Unavailable:
            log.warning("telegram: updates wait for the database", count=len(updates))
            await unless(self._stopping, self._database_away.pause())
        else:
            self._database_away.ease()
            self._offset = max(update["update_id"] for update in updates) + 1

    async def _confirm(self) -> None:
        try:
            await self._get_updates(limit=1, wait=0, patience=_LAST)
        except ChannelError as error:  # they come again, and are known
            log.warning("telegram: updates not confirmed", detail=error.detail)

    async def _get_updates(self, *, limit: int, wait: int, patience: float) -> list[dict[str, Any]]:
        params: dict[str, Any] = {"limit": limit, "timeout": wait, "allowed_updates": KINDS}
        if self._offset:
            params["offset"] = self._offset
        updates: list[dict[str, Any]] = await self._telegram.api.call(
            "getUpdates", params, patience=patience
        )
        return updates

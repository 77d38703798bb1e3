"""Pictures still at their channel: fetched after the commit, again after a restart, until they are on disk."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping
from typing import Protocol

import structlog

from bot.channels import ChannelError
from bot.clock import Clock
from bot.pictures import PictureKeeper
from rules.refused import Refused
from storage import attachments
from storage.attachments import Kept, Wanted
from storage.database import Database, Unavailable

LOOK_SECONDS = 5.0
BACK_OFF_MS = (5_000, 60_000, 600_000, 3_600_000)
TRIES = 12  # within about eight hours; a channel keeps files at least that long
AT_ONCE = 4
log = structlog.get_logger()


class Files(Protocol):
    """A channel that pictures can be fetched from."""

    async def download(self, remote: str) -> bytes:
        """Return the bytes of a file; raises ChannelError."""
        ...


class Fetching:
    """Fetches wanted pictures; which are wanted is known to the database alone."""

    def __init__(
        self, db: Database, files: Mapping[str, Files], keeper: PictureKeeper, clock: Clock
    ) -> None:
        self._db = db
        self._files = files
        self._keeper = keeper
        self._clock = clock
        self._look = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to fetch."""
        self._task = asyncio.create_task(self._work(), name="fetch")

    async def stop(self) -> None:
        """Stop; what was not fetched is still wanted."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def look(self) -> None:
        """Look at once: a picture has just come in."""
        self._look.set()

    async def _work(self) -> None:
        while True:
            self._look.clear()
            try:
                found = await self._due()
                await asyncio.gather(*(self._fetch(wanted) for wanted in found))
            except Unavailable as error:
                log.warning("pictures wait", error=str(error))
                found = []
            if not found:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._look.wait(), LOOK_SECONDS)

    async def _due(self) -> list[Wanted]:
        async with self._db.reading() as tx:
            return await attachments.due(tx, now=self._clock.now_ms(), limit=AT_ONCE)

    async def _fetch(self, wanted: Wanted) -> None:
        files = self._files.get(wanted.channel)
        if files is None:
            await self._later(wanted)
            return
        try:
            kept = await self._keeper.keep(await files.download(wanted.remote))
        except Refused as refused:
            await self._refuse(wanted, refused.reason)
        except ChannelError as error:
            gone = error.kind == "permanent" or wanted.attempts >= TRIES
            await (self._refuse(wanted, "gone") if gone else self._later(wanted))
        else:
            async with self._db.writing() as tx:
                await attachments.kept(tx, Kept(wanted.id, kept.hash, kept.kind, kept.size))

    async def _refuse(self, wanted: Wanted, reason: str) -> None:
        log.info("picture refused", picture=wanted.id, reason=reason)
        async with self._db.writing() as tx:
            await attachments.refused(tx, wanted.id, reason=reason)

    async def _later(self, wanted: Wanted) -> None:
        wait = BACK_OFF_MS[min(wanted.attempts, len(BACK_OFF_MS) - 1)]
        async with self._db.writing() as tx:
            await attachments.later(tx, wanted.id, not_before=self._clock.now_ms() + wait)

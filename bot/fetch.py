"""Pictures still at their channel: fetched after the commit, or a restart, until they are here."""

import asyncio
from collections.abc import Mapping
from typing import Protocol

import structlog

from bot.channels import ChannelError
from bot.clock import Clock
from bot.lookout import Lookout
from bot.pictures import PictureKeeper
from bot.waiting import watched
from rules.refused import Refused
from storage import attachments
from storage.attachments import Kept, Wanted
from storage.database import Database

LOOK_SECONDS = 5.0
BACK_OFF_MS = (5_000, 60_000, 600_000, 3_600_000)
TRIES = 24  # within about a day; Telegram keeps files longer
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
        self._lookout = Lookout(self._fetch_due, what="pictures")

    def start(self) -> None:
        """Begin to fetch."""
        self._lookout.start()

    async def stop(self) -> None:
        """Stop; what was not fetched is still wanted."""
        await self._lookout.stop()

    def look(self) -> None:
        """Look at once: a picture has just come in."""
        self._lookout.look()

    async def _fetch_due(self) -> float:
        """Fetch a few of what is due; return in how many seconds to look again."""
        found = await self._due()
        waits = [watched(self._fetch(wanted), what="a picture") for wanted in found]
        return max(await asyncio.gather(*waits), default=LOOK_SECONDS)

    async def _due(self) -> list[Wanted]:
        async with self._db.reading() as tx:
            return await attachments.due(tx, now=self._clock.now_ms(), limit=AT_ONCE)

    async def _fetch(self, wanted: Wanted) -> float:
        """Fetch one; return 0.0, for more may be due."""
        try:
            kept = await self._keeper.keep(await self._download(wanted))
        except Refused as refused:
            await self._refuse(wanted, refused.reason)
        except ChannelError as error:
            gone = error.kind == "permanent" or self._tried_enough(wanted)
            await (self._refuse(wanted, "gone") if gone else self._later(wanted))
        except OSError as error:  # no room on the disk
            log.warning("a picture cannot be kept", picture=wanted.id, error=error.strerror)
            await self._later(wanted)
        else:
            async with self._db.writing() as tx:
                await attachments.kept(tx, Kept(wanted.id, kept.hash, kept.kind, kept.size))
        return 0.0

    def _tried_enough(self, wanted: Wanted) -> bool:
        return wanted.channel in self._files and wanted.attempts >= TRIES

    async def _download(self, wanted: Wanted) -> bytes:
        files = self._files.get(wanted.channel)
        if files is None:
            raise ChannelError("retry", "no such channel now")
        return await files.download(wanted.remote)

    async def _refuse(self, wanted: Wanted, reason: str) -> None:
        log.info("picture refused", picture=wanted.id, reason=reason)
        async with self._db.writing() as tx:
            await attachments.refused(tx, wanted.id, reason=reason)

    async def _later(self, wanted: Wanted) -> None:
        wait = BACK_OFF_MS[min(wanted.attempts, len(BACK_OFF_MS) - 1)]
        async with self._db.writing() as tx:
            await attachments.later(tx, wanted.id, not_before=self._clock.now_ms() + wait)

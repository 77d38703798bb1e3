"""Files that are wanted, worked off after the commit or a restart, and deleted in the end."""

import asyncio
from collections.abc import Mapping
from typing import Protocol

import structlog

from bot.bug import told
from bot.channels import ChannelError
from bot.clock import Clock
from bot.files.keeper import FileKeeper
from bot.lookout import Lookout
from bot.waiting import watched
from rules.refused import Refused
from storage import files
from storage.database import Database, Unavailable
from storage.files import File, Way

LOOK_SECONDS = 5.0
GATHER_SECONDS = 0.05  # one look does for all that is committed meanwhile
LEASE_MS = 600_000
BACK_OFF_MS = (5_000, 60_000, 600_000, 3_600_000)
AT_ONCE = 2
SWEEP_MS = 3_600_000
log = structlog.get_logger()


class Work(Protocol):
    """How files of one way are worked off; `tries` is after how many a failing one is given up."""

    tries: int

    async def do(self, file: File) -> None:
        """Make or fetch a file. Refused for what never can be; whatever else fails may go well."""
        ...

    async def refuse(self, file: File, reason: str) -> None:
        """Note that a file will not be there, and say so to its person."""
        ...


class FileWorker:
    """Works files off, in order, one at a time a person; the database alone knows which."""

    def __init__(
        self, db: Database, keeper: FileKeeper, clock: Clock, work: Mapping[Way, Work]
    ) -> None:
        self._db = db
        self._keeper = keeper
        self._clock = clock
        self._work = work
        self._lookout = Lookout(self._gather_and_work_off, what="files")
        self._swept_at = 0

    async def start(self, *, alone: bool) -> None:
        """Begin to work. `alone`: no other process uses this database, what it had is free."""
        if alone:
            async with self._db.writing() as tx:
                await files.release(tx)
        self._lookout.start()

    async def stop(self) -> None:
        """Stop; what was not finished is still wanted."""
        await self._lookout.stop()

    def look(self) -> None:
        """Look at once: something may just have come to be wanted."""
        self._lookout.look()

    async def _gather_and_work_off(self) -> float:
        await asyncio.sleep(GATHER_SECONDS)
        return await self._work_off()

    async def _work_off(self) -> float:
        """Work off a few files that are due; return in how many seconds to look again."""
        now = self._clock.now_ms()
        if now - self._swept_at >= SWEEP_MS:
            await self._sweep(now)
        async with self._db.reading() as tx:
            if not await files.any_due(tx, now=now):
                return LOOK_SECONDS
        async with self._db.writing() as tx:
            taken = await files.claim(tx, now=now, until=now + LEASE_MS, limit=AT_ONCE)
        await asyncio.gather(*(watched(self._take(file), what="a file") for file in taken))
        return 0.0 if taken else LOOK_SECONDS

    async def _take(self, file: File) -> float:
        """Work off one file; return 0.0, for more may be due."""
        work = self._work[file.way]
        try:
            await work.do(file)
        except Refused as refused:
            await work.refuse(file, refused.reason)
        except Unavailable:
            raise
        except ChannelError as error:
            await self._failed(file, work, error.detail, gone=error.kind == "permanent")
        except Exception as bug:  # noqa: BLE001 - it may go well the next time
            await self._failed(file, work, told(bug), gone=False)
        return 0.0

    async def _failed(self, file: File, work: Work, why: str, *, gone: bool) -> None:
        log.warning("a file failed", file=file.id, kind=file.kind, why=why, try_=file.attempts)
        if gone or file.attempts >= work.tries:
            await work.refuse(file, "file-failed")
            return
        wait = BACK_OFF_MS[min(file.attempts, len(BACK_OFF_MS)) - 1]
        async with self._db.writing() as tx:
            await files.later(tx, file.id, not_before=self._clock.now_ms() + wait)

    async def _sweep(self, now: int) -> None:
        """Delete the bytes of what has expired, and of what never became anybody's."""
        async with self._db.writing() as tx:
            await files.expire(tx, now=now)
            litter = await files.litter(tx)
        for _, name in litter:
            await self._keeper.remove(name)
        old = await self._keeper.older_than((now - SWEEP_MS) / 1000)
        async with self._db.writing() as tx:
            await files.swept(tx, [key for key, _ in litter])
            orphans = set(old) - await files.known(tx, old)
        for name in orphans:
            await self._keeper.remove(name)
        self._swept_at = now

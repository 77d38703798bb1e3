"""Erasures that outlive every backup: listed outside the database, done again after a restore."""

import asyncio
import re
from pathlib import Path

import structlog

from bot.clock import Clock
from bot.files.keeper import FileKeeper
from bot.lasting_list import LastingList
from bot.pictures import PictureKeeper
from storage import erasing
from storage.database import Database
from storage.erasing import Erased, Erasure

_ID = re.compile("[0-9a-z-]{1,64}")  # a line cut short may be there
log = structlog.get_logger()


class Erasures:
    """The list of who was forgotten, by id, and what of theirs lies on the disk."""

    def __init__(self, folder: Path, clock: Clock, *, instead: str) -> None:
        self.done = asyncio.Event()  # somebody was forgotten: the database's log still knows them
        self._list = LastingList(folder / "erased.list")
        self._pictures = PictureKeeper(folder)
        self._files = FileKeeper(folder)
        self._clock = clock
        self._instead = instead

    async def forget(self, erased: Erased) -> None:
        """List who is being forgotten, then delete their bytes. Raises OSError.

        It comes before the commit: from here on the erasure will be, if not now then at the next
        start. The other way round a kill in between would leave bytes nobody knows of.
        """
        await self._list.add(erased.people)
        for picture in erased.pictures:
            await self._pictures.remove(picture)
        for file in erased.files:
            await self._files.remove(file)
        self.done.set()

    async def do_again(self, db: Database) -> int:
        """Forget whoever is listed and yet is there, as after a restore; return how many were."""
        listed = sorted({line for line in await self._list.read() if _ID.fullmatch(line)})
        async with db.reading() as tx:
            back = await erasing.not_erased(tx, listed)
        for person in back:
            await self._again(db, person)
        if back:
            log.warning("erased again", people=len(back))
        return len(back)

    async def _again(self, db: Database, person: str) -> None:
        now = self._clock.now_ms()
        today = self._clock.local(now).date().isoformat()
        async with db.writing() as tx:
            erased = await erasing.erase(tx, Erasure(person, now, today, self._instead))
            await self.forget(erased)

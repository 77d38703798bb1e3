"""Sealing what happened, after the commit: nobody waits for it, and nothing is left out."""

from bot.kept_secrets import kept_secret
from rules.chain import Sealed, seal
from storage import seals
from storage.database import Database

LOOK_SECONDS = 5.0
AT_ONCE = 500  # the writer is free again after some milliseconds


class Sealing:
    """Seals new events now and then, one process at a time."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._everywhere = True  # at the start: the last run may have died before it sealed

    def look_everywhere(self) -> None:
        """Look the next time also for events that came in late, however long ago."""
        self._everywhere = True

    async def seal_new(self) -> float:
        """Seal everything that is not sealed; return in how many seconds to look again."""
        everywhere, self._everywhere = self._everywhere, False
        try:
            while await self._seal_some(everywhere=everywhere):
                pass
        except BaseException:
            self._everywhere = everywhere or self._everywhere
            raise
        return LOOK_SECONDS

    async def _seal_some(self, *, everywhere: bool) -> bool:
        """Seal a batch; return whether there may be more."""
        async with self._db.reading() as tx:
            if not await seals.unsealed(tx, limit=1, everywhere=everywhere):
                return False
        async with self._db.writing() as tx:
            key = (await kept_secret(tx, "seal-key")).encode()
            await seals.only_one(tx)
            head = await seals.head(tx)
            number, previous = head.number, head.hash
            links = []
            for event in await seals.unsealed(tx, limit=AT_ONCE, everywhere=everywhere):
                number, previous = number + 1, seal(key, previous, event)
                links.append(Sealed(number, str(event[0]), previous, event))
            await seals.add(tx, links)
        return len(links) == AT_ONCE

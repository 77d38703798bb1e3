"""Once a day and at the start what is old enough goes, a little at a time."""

import datetime as dt
from collections.abc import Mapping

import structlog

from bot.clock import DAY_MS, Clock
from bot.pictures import PictureKeeper
from bot.shell import Programmes
from rules import keeping
from storage import retention
from storage.database import Database

AT_ONCE = 200  # rows in one transaction: whoever writes meanwhile waits for some milliseconds
UPLOADING_SECONDS = 86_400.0  # a photo may be here before the message it comes with
_DAYS: Mapping[str, int] = {
    "inbox": keeping.INBOX_DAYS,
    "texts": keeping.TEXT_DAYS,
    "help": keeping.HELP_DAYS,
    "tries": keeping.TRIES_DAYS,
    "codes": keeping.CODE_DAYS,
    "refused photos": keeping.REFUSED_DAYS,
    "photos": keeping.PHOTO_DAYS,
    "strangers": keeping.STRANGER_DAYS,
    "summaries": keeping.SUMMARY_DAYS,
    "desk": keeping.DESK_DAYS,
    "desk keys": keeping.DESK_DAYS,
    "announcements": keeping.ANNOUNCEMENT_DAYS,
    "occurrences": keeping.REMINDING_DAYS,
    "reasons": keeping.REASON_DAYS,
    "shown reasons": keeping.REASON_DAYS,
    "meetings": keeping.MEETING_DAYS,
    "series": keeping.MEETING_DAYS,
    "snoozes": keeping.REMINDING_DAYS,
    "answers": keeping.REMINDING_DAYS,
    "mutes": keeping.REMINDING_DAYS,
    "said sent": keeping.REMINDING_DAYS,
    "nudges": keeping.REMINDING_DAYS,
    "schedules": keeping.REMINDING_DAYS,
}
BY_ROUND = ("calls", "plans", "deadline_changes", "announced", "papers", "entries")
log = structlog.get_logger()


class Retention:
    """Takes out of the database and off the disk what has been kept long enough."""

    def __init__(
        self, db: Database, clock: Clock, programmes: Programmes, pictures: PictureKeeper
    ) -> None:
        self._db = db
        self._clock = clock
        self._programmes = programmes
        self._pictures = pictures

    async def run(self) -> dict[str, int]:
        """Take out everything that is due; return how much there was of each kind."""
        now = self._clock.now_ms()
        limits = {what: now - days * DAY_MS for what, days in _DAYS.items()}
        year = keeping.oldest_round(self._today(now))
        limits |= dict.fromkeys(BY_ROUND, year)
        limits["meters"] = self._today(now).year - keeping.METER_YEARS
        counts = {what: await self._take(what, before) for what, before in limits.items()}
        counts["files"] = await self._sweep()
        done = {what: count for what, count in counts.items() if count}
        if done:
            log.info("kept long enough", **{what.replace(" ", "_"): n for what, n in done.items()})
        return done

    def _today(self, now: int) -> dt.date:
        return self._clock.local(now).date()

    def _kept(self) -> list[str]:
        """Return the programmes whose period forbids to forget any of their entries."""
        today = self._today(self._clock.now_ms())
        programmes = (form.programme for form in self._programmes.forms(today))
        return [p.code for p in programmes if keeping.has_to_be_kept(p.period.last, today)]

    async def _take(self, what: str, before: int) -> int:
        count, kept = 0, self._kept()
        while True:
            async with self._db.reading() as tx:
                keys = await retention.find_old(tx, what, before=before, limit=AT_ONCE, kept=kept)
            if keys:
                async with self._db.writing() as tx:
                    await retention.take_old(tx, what, keys, before=before)
            count += len(keys)
            if len(keys) < AT_ONCE:
                return count

    async def _sweep(self) -> int:
        """Delete photos on the disk that belong to nothing any more."""
        old = await self._pictures.older_than(self._clock.now_ms() / 1000 - UPLOADING_SECONDS)
        count = 0
        for start in range(0, len(old), AT_ONCE):
            some = old[start : start + AT_ONCE]
            async with self._db.reading() as tx:
                unknown = await retention.unknown_pictures(tx, some)
            for picture in sorted(unknown):
                await self._pictures.remove(picture)
            count += len(unknown)
        return count

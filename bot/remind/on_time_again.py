"""Who registered in the very moment in which the end was put off is on time as well."""

import datetime as dt

from bot.remind.source import Moment
from bot.remind.sources.deadline_changes import WAIT_MS
from rules.utc_ms import ms_of
from storage import deadline_changes, deadline_effects, deadline_history, events
from storage.database import Database, Transaction
from storage.deadline_history import Kept

_LOOKED_AT_MS = 3_600_000  # after so long no transaction of that moment is open any more


class OnTimeAgain:
    """Looks once more when a change is told: a registration written meanwhile read the old end."""

    async def keep(self, db: Database, moment: Moment) -> None:
        """Take what was judged by an end that had just gone as on time."""
        async with db.reading() as tx:
            changes = await _late_by(tx, moment)
        for kept in changes:
            async with db.writing() as tx:
                before = _before(kept, moment)
                entries = await deadline_changes.on_time_again(tx, kept.change, before=before)
                await events.add(tx, [_event(kept, entry, moment) for entry in entries])


async def _late_by(tx: Transaction, moment: Moment) -> list[Kept]:
    """Return the changes told about now by which something late is on time."""
    since, until = moment.now - _LOOKED_AT_MS, moment.now - WAIT_MS
    today, found = moment.local.date().isoformat(), list[Kept]()
    for programme, year in await deadline_history.rounds_since(tx, since):
        for kept in await deadline_history.of_round(tx, programme, year, today=today):
            change = kept.change
            if change.stage != "register" or not since <= change.at <= until:
                continue
            before = _before(kept, moment)
            if await deadline_effects.late(tx, programme, year, change.units, before=before):
                found.append(kept)
    return found


def _before(kept: Kept, moment: Moment) -> int:
    """Return until when (UTC ms) a receipt may have been judged by the end before."""
    change, told = kept.change, kept.change.at + WAIT_MS
    if change.day is None or change.until is None:
        return told
    end = dt.datetime.combine(change.day, change.until, moment.local.tzinfo)
    return min(told, ms_of(end))


def _event(kept: Kept, entry: str, moment: Moment) -> events.Event:
    key = moment.shell.ids.next()
    return events.Event(key, moment.now, kept.by_person, "", "on-time-again", entry)

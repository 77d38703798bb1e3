"""Planned rows that had to wait are asked of their sources again before they go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

import structlog

from bot.bug import told
from bot.remembering import Written, remember
from bot.remind.composing import messages
from bot.remind.judging import again, judge
from bot.remind.moments import moment_at
from bot.remind.readers import NOBODY, Reader, readers
from bot.remind.source import Moment, Source
from bot.shell import Shell
from rules.nearest import Planned
from rules.occurrences import Due, Key, Why
from rules.when_to_go import Habits
from storage import occurrences, planned_rows
from storage.database import Transaction, Unavailable
from storage.occurrences import Occurrence
from storage.outbox import OutboxRow
from storage.reminder_choices import habits

FRESH_MS = 60_000  # what was written so shortly ago is as it was
POISONED_MS = 3_600_000
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of all that is asked again at one moment."""

    moment: Moment
    dues: Mapping[Key, Due]
    chosen: Mapping[str, Habits]
    readers: Mapping[str, Reader]


@dataclass(frozen=True, slots=True)
class _Fates:
    """What becomes of rows: they go as worded now, wait, or are dropped; why occurrences end."""

    going: list[Written] = field(default_factory=list)
    put_off: dict[str, int] = field(default_factory=dict)
    dropped: dict[str, Literal["dropped", "unknown", "expired"]] = field(default_factory=dict)
    why: dict[Key, Why] = field(default_factory=dict)


class AskingAgain:
    """Asks in the transaction in which rows are claimed."""

    def __init__(self, shell: Shell, sources: Sequence[Source]) -> None:
        self._shell = shell
        self._sources = sources

    async def still_owed(self, tx: Transaction, rows: Sequence[OutboxRow]) -> list[OutboxRow]:
        """Return the rows that go now, in the words of now; the others are dropped or put off."""
        now = self._shell.clock.now_ms()
        waited = [row for row in rows if row.planned and not _is_fresh(row, now)]
        kept = await self._asked(tx, waited, now) if waited else {}
        asked = {row.id for row in waited}
        return [kept.get(row.id, row) for row in rows if row.id in kept or row.id not in asked]

    async def _asked(
        self, tx: Transaction, rows: Sequence[OutboxRow], now: int
    ) -> dict[str, OutboxRow]:
        """Ask of all rows at once; where that fails, of fewer, so that only the bad one waits."""
        await tx.run("SAVEPOINT asking")
        try:
            fates = await self._fates(tx, rows, now)
            kept = await _carried_out(tx, fates, now)
        except Unavailable:
            raise
        except Exception as bug:  # noqa: BLE001 - no bug of one matter stops the rest for ever
            log.warning("could not be asked again", rows=len(rows), bug=told(bug))
            await tx.run("ROLLBACK TO SAVEPOINT asking")
            kept = await self._apart(tx, rows, now)
        await tx.run("RELEASE SAVEPOINT asking")
        return kept

    async def _apart(
        self, tx: Transaction, rows: Sequence[OutboxRow], now: int
    ) -> dict[str, OutboxRow]:
        if len(rows) == 1:
            await planned_rows.put_off(tx, {rows[0].id: now + POISONED_MS})
            return {}
        half = len(rows) // 2
        first = await self._asked(tx, rows[:half], now)
        return first | await self._asked(tx, rows[half:], now)

    async def _fates(self, tx: Transaction, rows: Sequence[OutboxRow], now: int) -> _Fates:
        made = await occurrences.in_rows(tx, [row.id for row in rows])
        known = await self._known(tx, [one for many in made.values() for one in many], now)
        fates = _Fates()
        for row in rows:
            planned = _planned(made[row.id], known)
            fates.why.update({o.key: p.going.why for o, p in planned if p.going.why})
            owed = [one for _, one in planned if not one.going.why]
            _decide(fates, row, owed, known)
        return fates

    async def _known(self, tx: Transaction, made: Sequence[Occurrence], now: int) -> _Known:
        people = sorted({one.person for one in made})
        moment = await moment_at(tx, self._shell, now)
        return _Known(
            moment,
            await again(tx, [one.key for one in made], moment, self._sources),
            await habits(tx, people),
            await readers(tx, people, moment),
        )


def _is_fresh(row: OutboxRow, now: int) -> bool:
    """Return whether it was written just now; what a clock set back has not come to yet is not."""
    return 0 <= now - row.created_at <= FRESH_MS


def _planned(made: Sequence[Occurrence], known: _Known) -> list[tuple[Occurrence, Planned]]:
    """Return what the occurrences of a row have come to."""
    planned = []
    for one in made:
        due = known.dues.get(one.key) or _gone(one)
        if not due.why and not known.readers.get(one.person, NOBODY).agreed:
            due = replace(due, why="silent")
        planned.append((one, judge([due], known.chosen, known.moment)[0]))
    return planned


def _gone(one: Occurrence) -> Due:
    return Due(one.key, one.person, one.unit, one.matter, until=one.due_at, facts=None, why="gone")


def _decide(fates: _Fates, row: OutboxRow, owed: Sequence[Planned], known: _Known) -> None:
    if not owed:  # of what may have arrived it is not said that it did not
        fates.dropped[row.id] = "unknown" if row.doubts else "dropped"
        return
    at = min(one.going.at for one in owed)
    if at > known.moment.now:
        fates.put_off[row.id] = at
        return
    reader, dues = known.readers[row.person], [one.due for one in owed]
    said = messages(dues, reader, known.moment.shell)
    say = said[0].say.to_json() if len(said) == 1 else row.say
    fates.going.append(
        Written(replace(row, say=say), tuple(due.facts for due in dues), reader.places)
    )


async def _carried_out(tx: Transaction, fates: _Fates, now: int) -> dict[str, OutboxRow]:
    going = await remember(tx, fates.going)
    await planned_rows.reword(tx, going)
    await planned_rows.put_off(tx, fates.put_off)
    await planned_rows.drop(tx, fates.dropped, at=now)
    await occurrences.withhold(tx, fates.why)
    return {row.id: row for row in going}

"""What has become of planned rows by now, as their sources say it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from bot.remembering import Written
from bot.remind.composing import messages
from bot.remind.judging import again, judge
from bot.remind.moments import moment_at
from bot.remind.readers import NOBODY, Reader, readers
from bot.remind.source import Moment, Source
from bot.shell import Shell
from rules.budget import HELD, Kind, kind_of
from rules.nearest import Planned
from rules.occurrences import Due, Key, Why
from rules.when_to_go import Habits
from storage import occurrences
from storage.database import Transaction
from storage.occurrences import Occurrence
from storage.outbox import OutboxRow
from storage.reminder_choices import habits


@dataclass(frozen=True, slots=True)
class Owed:
    """A row that goes, what is owed by it, to whom, and the row as it is worded now."""

    row: OutboxRow
    dues: tuple[Due, ...]
    reader: Reader
    written: Written

    def kind(self, now: int) -> Kind:
        """Return how urgent the most urgent of it is at a moment (UTC milliseconds)."""
        kinds = {kind_of(due, now=now) for due in self.dues}
        return "urgent" if "urgent" in kinds else "ordinary"


@dataclass(frozen=True, slots=True)
class Fates:
    """What becomes of rows: they go as worded now, wait, or are dropped; why occurrences end.

    early  what waits for another hour or day, as it is worded now
    """

    going: list[Owed] = field(default_factory=list)
    early: list[Owed] = field(default_factory=list)
    put_off: dict[str, int] = field(default_factory=dict)
    dropped: dict[str, Literal["dropped", "unknown", "expired"]] = field(default_factory=dict)
    why: dict[Key, Why] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of all that is asked again at one moment."""

    moment: Moment
    dues: Mapping[Key, Due]
    chosen: Mapping[str, Habits]
    readers: Mapping[str, Reader]


async def fates_of(
    tx: Transaction,
    rows: Sequence[OutboxRow],
    shell: Shell,
    sources: Sequence[Source],
    *,
    now: int,
) -> Fates:
    """Return what has become of rows by a moment (UTC milliseconds); nothing is written."""
    made = await occurrences.in_rows(tx, [row.id for row in rows])
    all_of_it = [one for many in made.values() for one in many]
    known = await _known(tx, all_of_it, await moment_at(tx, shell, now), sources)
    fates = Fates()
    for row in rows:
        planned = _planned(made[row.id], known)
        fates.why.update({o.key: _why(row, p) for o, p in planned if p.going.why})
        owed = [one for _, one in planned if not one.going.why]
        _decide(fates, row, owed, known)
    return fates


async def _known(
    tx: Transaction, made: Sequence[Occurrence], moment: Moment, sources: Sequence[Source]
) -> _Known:
    people = sorted({one.person for one in made})
    return _Known(
        moment,
        await again(tx, [one.key for one in made], moment, sources),
        await habits(tx, people),
        await readers(tx, people, moment),
    )


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


def _why(row: OutboxRow, planned: Planned) -> Why:
    """Return why something is not said: it is too late because nothing more could be said."""
    why = planned.going.why
    return "budget" if why == "late" and row.error == HELD else why


def _decide(fates: Fates, row: OutboxRow, owed: Sequence[Planned], known: _Known) -> None:
    if not owed:  # of what may have arrived it is not said that it did not
        fates.dropped[row.id] = "unknown" if row.doubts else "dropped"
        return
    reader, dues = known.readers[row.person], tuple(one.due for one in owed)
    said = messages(dues, reader, known.moment.shell)
    say = said[0].say.to_json() if len(said) == 1 else row.say
    facts = tuple(due.facts for due in dues)
    written = Written(replace(row, say=say), facts, reader.places)
    one = Owed(row, dues, reader, written)
    at = min(one.going.at for one in owed)
    if at > known.moment.now:
        fates.put_off[row.id] = at
        fates.early.append(one)
    else:
        fates.going.append(one)

"""Units that are short by the end of a stage, made into what their contacts are due to be told."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.remind.source import Moment
from bot.remind.sources.drafted import Drafted, drafted
from rules.matters import Matter
from rules.occurrences import Due, Key, Why
from rules.person import Human
from rules.programme import Programme, Stage
from rules.reminding import REGISTER, Owing, Short, days_left, short_of, why_not
from rules.reminding_hours import later_is
from rules.reminding_steps import Round
from rules.rounds import Deadline, deadline
from rules.summary import EntryNow, Line
from rules.when_to_go import A_DAY_MS, Habits
from storage import humans
from storage.database import Transaction
from storage.reminder_choices import habits
from storage.reminding import below_others, did_lately
from storage.said_sent import on_their_way
from storage.summary_now import TableAsked, summary_now

NO_END = Stage(REGISTER, "", 12, 31, inclusive=True, until=dt.time(17))  # no document says so


@dataclass(frozen=True, slots=True)
class Asked:
    """A contact who may be due something: on a local day, or at a moment; `until` in UTC ms.

    by  who reminds by hand, "" where it goes by itself
    """

    key: Key
    unit: str
    person: str
    until: int
    day: dt.date | None = None
    at: int = 0
    by: str = ""


@dataclass(frozen=True, slots=True)
class Stands:
    """How a unit stands: its line of the table, and the entries it has."""

    line: Line
    entries: tuple[EntryNow, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of everybody asked for."""

    table: Mapping[str, Stands]
    sent: Collection[tuple[str, str]]
    humans: Mapping[str, Human | None]
    drafts: Mapping[tuple[str, str], Drafted]
    lately: Mapping[tuple[str, str], int]
    habits: Mapping[str, Habits]


async def owings(
    tx: Transaction, moment: Moment, round_: Round, asked: Collection[Asked]
) -> list[Due]:
    """Return what each is due, or why not."""
    if not asked:
        return []
    units, people = {one.unit for one in asked}, {one.person for one in asked}
    code, today = round_.programme.code, moment.local.date().isoformat()
    known = _Known(
        await table_of(tx, moment, round_, units),
        await on_their_way(tx, programme=code, year=round_.year, units=units),
        await humans.human_for(tx, sorted(units), today=today),
        await drafted(tx, moment, round_, people),
        await did_lately(tx, people, since=moment.now - A_DAY_MS),
        await habits(tx, sorted(people)),
    )
    return [_due(one, known, moment, round_) for one in asked]


async def table_of(
    tx: Transaction, moment: Moment, round_: Round, units: Collection[str]
) -> dict[str, Stands]:
    """Return how those of the units stand that owe something in a round, by id."""
    below = await below_others(tx, units, today=moment.local.date().isoformat())
    if not below:
        return {}
    asked = TableAsked("", round_.programme, round_.year, moment.local, below)
    summary = await summary_now(tx, asked)
    return _stands(summary.lines, summary.entries)


def _stands(lines: Iterable[Line], entries: Iterable[EntryNow]) -> dict[str, Stands]:
    own: dict[str, list[EntryNow]] = {}
    for entry in entries:
        for unit in entry.units:
            own.setdefault(unit, []).append(entry)
    return {line.now.unit.id: Stands(line, tuple(own.get(line.now.unit.id, ()))) for line in lines}


def _due(one: Asked, known: _Known, moment: Moment, round_: Round) -> Due:
    stands = known.table.get(one.unit)
    matter = Matter(round_.stage.code, round_.programme.code, round_.year, one.unit)
    why: Why = "met"
    facts = None
    if stands:
        facts = _owing(one, stands, matter, known, moment, round_)
        sent = (one.unit, round_.stage.code) in known.sent
        why = why_not(round_.stage, stands.line, facts.short, on_paper=sent)
        why = why or _answered(one, matter, known, moment)
    return Due(
        one.key,
        one.person,
        one.unit,
        matter.name,
        one.until,
        facts,
        one.day,
        one.at,
        urgent=one.day is None,
        why=why,
    )


def _owing(
    one: Asked, stands: Stands, matter: Matter, known: _Known, moment: Moment, round_: Round
) -> Owing:
    programme = round_.programme.of(one.unit)
    end, office = _end(programme, round_), programme.office
    draft = known.drafts.get((one.person, one.unit))
    return Owing(
        matter,
        stands.line.now.unit,
        round_.stage,
        end,
        _days(end, one, moment) if end else 0,
        _short(stands, round_),
        known.humans.get(one.unit) or Human(office.contact, office.phone),
        programme.late,
        draft.draft if draft else None,
        later_is(moment.local, programme.reminding),
        one.by,
    )


def _end(programme: Programme, round_: Round) -> Deadline | None:
    """Return the end there is for now."""
    if not programme.has_deadline and round_.stage.code == REGISTER:
        return None
    end = deadline(programme, round_.stage.code, round_.year, round_.zone)
    return None if end.paused else end


def _days(end: Deadline, one: Asked, moment: Moment) -> int:
    today = moment.local.date()
    days = days_left(end, max(one.day or today, today))
    return min(days, -1) if end.is_past(moment.local) else days


def _short(stands: Stands, round_: Round) -> Short:
    return short_of(round_.programme, round_.stage, stands.line, stands.entries)


def _answered(one: Asked, matter: Matter, known: _Known, moment: Moment) -> Why:
    """Return whether they have done something for the unit within a day, unless put off since."""
    draft = known.drafts.get((one.person, one.unit))
    moments = [known.lately.get((one.person, unit), 0) for unit in (one.unit, "")]
    done = max(*moments, draft.touched_at if draft else 0)
    snooze = known.habits[one.person].snoozed.get(matter.name)
    since = max(moment.now - A_DAY_MS, snooze.at if snooze else 0)
    return "answered" if done > since else ""


def withdrawn(key: Key, unit: str, person: str, matter: Matter, moment: Moment) -> Due:
    """Return what was due by an end that is another by now."""
    return Due(key, person, unit, matter.name, moment.now, None, at=moment.now, why="withdrawn")


def endless(moment: Moment) -> Iterator[Round]:
    """Yield registering in this round for each programme that sets no end to it."""
    zone = moment.shell.clock.zone
    for form in moment.shell.programmes.forms(moment.local.date()):
        if not form.programme.has_deadline:
            yield Round(form.programme, NO_END, form.year, zone, moment.calendar)


def rounds(moment: Moment) -> Iterator[Round]:
    """Yield each stage of each programme in this round and the one before."""
    zone = moment.shell.clock.zone
    for form in moment.shell.programmes.forms(moment.local.date()):
        for year in (form.year - 1, form.year):
            for stage in form.programme.stages:
                yield Round(form.programme, stage, year, zone, moment.calendar)

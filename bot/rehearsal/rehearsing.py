"""One rehearsal from beginning to end."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.assembly import assemble
from bot.bell import Bell
from bot.clock import DAY_MS
from bot.opening import opened
from bot.rehearsal.jumping_clock import JumpingClock
from bot.rehearsal.settling import Settling, settle
from bot.rehearsal.year import go_through
from bot.remind.planner import Planner
from bot.remind.series import ComingMeetings
from bot.remind.sources import sources
from bot.settings import Settings
from rules.meeting_patterns import Pattern
from rules.programme import Programme
from rules.rehearsed import Crowded, Rehearsed, Reminder, crowded, reminders
from rules.table import Table
from rules.utc_ms import day_begins
from storage.database import Database
from storage.decisions import Decision, all_decisions


@dataclass(frozen=True, slots=True)
class Course:
    """What is rehearsed: a year, with the units of a table or invented ones.

    meets  on which days each unit meets, None for no meetings
    """

    year: int
    table: Table | None = None
    meets: Pattern | None = None


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What came of it; in `crowded` persons are told by their name and unit."""

    programme: Programme
    units: int
    reminders: Sequence[Reminder]
    crowded: Sequence[Crowded]


async def rehearse(settings: Settings, course: Course) -> Rehearsal:
    """Go through a year on the empty database of `settings`, with its first programme.

    Raises Refused "units-not-taken" where the table holds no list of units.
    """
    zone = settings.zone
    start, end = (day_begins(dt.date(year, 1, 1), zone) for year in (course.year, course.year + 1))
    clock = JumpingClock(zone, start)
    async with opened(settings) as db, assemble(settings, db, clock=clock) as parts:
        shell = parts.reminding.shell
        form = shell.programmes.forms(clock.local(start).date())[0]
        settling = Settling(form, shell.ids, start, zone, course.meets)
        async with db.writing() as tx:
            units = await settle(tx, settling, course.table)
        keepers = (ComingMeetings(),)
        planner = Planner(db, shell, parts.deliver, Bell(), sources(), keepers, ahead_ms=DAY_MS)
        await go_through(planner, clock, until=end)
        return await _come_to(db, form.programme, units, clock)


async def _come_to(
    db: Database, programme: Programme, units: int, clock: JumpingClock
) -> Rehearsal:
    async with db.reading() as tx:
        decisions = await all_decisions(tx)
    names = {one.person: f"{one.name} ({one.unit})" for one in decisions}
    decided = [_decided(one, clock) for one in decisions]
    many = [replace(one, person=names[one.person]) for one in crowded(decided)]
    return Rehearsal(programme, units, reminders(decided), many)


def _decided(one: Decision, clock: JumpingClock) -> Rehearsed:
    # Of meetings and the like nobody wants a line for each.
    told_apart = one.rule.startswith(("deadline:", "campaign:"))
    rule = one.rule if told_apart else one.rule.partition(":")[0]
    return Rehearsed(clock.local(one.at), rule, one.step, one.person, one.reason, one.message)

"""What a programme's document wants done in a quarter."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from rules.periods import Days
from rules.programme import Programme
from rules.rounds import Deadline, deadline


@dataclass(frozen=True, slots=True)
class DueThen:
    """Something due on a local day; `end` where it is the end of a stage."""

    day: dt.date
    label: str
    end: Deadline | None = None


def due_within(programme: Programme, days: Days, zone: dt.tzinfo) -> tuple[DueThen, ...]:
    """Return the stages that end and the targets due on these days, in their order."""
    due = [*_stages(programme, days, zone), *_targets(programme, days)]
    return tuple(sorted(due, key=lambda one: one.day))


def _stages(programme: Programme, days: Days, zone: dt.tzinfo) -> Iterator[DueThen]:
    # An exception, or a change, may put the end of a stage into the year after its round.
    for year in (days.first.year - 1, days.first.year):
        for stage in programme.stages:
            end = deadline(programme, stage.code, year, zone)
            if end.last.date() in days:
                yield DueThen(end.last.date(), stage.label, end)


def _targets(programme: Programme, days: Days) -> Iterator[DueThen]:
    for target in programme.targets:
        day = dt.date(days.first.year, target.month, target.day)
        if day in days:
            yield DueThen(day, target.label)

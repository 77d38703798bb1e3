"""What may become of the end of a stage, and what becomes of it by another calendar."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from rules.country_calendar import CountryCalendar
from rules.deadline_changes import DeadlineChange
from rules.deadline_commands import StageEnd
from rules.fold import fold
from rules.programme import Programme
from rules.readers import whole_number
from rules.refused import Refused
from rules.rounds import Deadline, deadline

MOST_DAYS = 300
_SO_MANY = re.compile(r"(lui )?(them )?(?P<number>\d{1,4}) ?(ngay|(?P<weeks>tuan))")


@dataclass(frozen=True, slots=True)
class EndMoved:
    """The end of a stage as it was and as it is, aware; None while it is paused."""

    stage: str
    label: str
    before: dt.datetime | None
    now: dt.datetime | None


def moved_to(
    programme: Programme, year: int, end: StageEnd, zone: dt.tzinfo, *, now: dt.datetime
) -> EndMoved:
    """Return how the end of a stage moves for the unit the programme is `of`.

    Refused "unknown-stage", "not-a-day", "end-is-over", "end-after-round", "end-stays".
    """
    was = deadline(programme, end.stage, year, zone)
    label = programme.stage(end.stage).label
    if not end.day:
        if was.paused:
            raise Refused("end-stays", stage=label)
        return EndMoved(end.stage, label, was.last, None)
    then = _moment(end, zone)
    check_end(programme, year, then, now=now)
    if not was.paused and then == was.last:
        raise Refused("end-stays", stage=label)
    return EndMoved(end.stage, label, None if was.paused else was.last, then)


def check_end(programme: Programme, year: int, then: dt.datetime, *, now: dt.datetime) -> None:
    """Raise Refused for an end that is over already, or beyond the round."""
    if then <= now:
        raise Refused("end-is-over", day=then.date().isoformat())
    ends = [
        deadline(programme, stage.code, year, then.tzinfo or dt.UTC) for stage in programme.stages
    ]
    last = max([dt.date(year, 12, 31), *(end.last.date() for end in ends)])
    if then.date() > last:
        raise Refused("end-after-round", day=last.isoformat(), year=str(year))


def pushed(
    programme: Programme, year: int, stages: Iterable[str], days: int, *, now: dt.datetime
) -> tuple[StageEnd, ...]:
    """Return the ends of stages so many days later; `now` is aware, in the office's time zone.

    Those that are paused stay so, and those that would be over still.
    """
    zone = now.tzinfo or dt.UTC
    ends = (deadline(programme, stage, year, zone) for stage in stages)
    later = dt.timedelta(days=days)
    return tuple(_later(end, days) for end in ends if not end.paused and end.last + later > now)


def so_many_days(said: str) -> str:
    """Return how many days later something is to be: "10", "lùi 10 ngày", "2 tuần"; Refused."""
    found = _SO_MANY.fullmatch(fold(said).strip(" ."))
    number = int(found["number"]) * (7 if found["weeks"] else 1) if found else said
    return whole_number(1, MOST_DAYS)(str(number))


def told_apart(
    programme: Programme, changes: Iterable[DeadlineChange], year: int, zone: dt.tzinfo
) -> tuple[EndMoved, ...]:
    """Return what these changes made of their stages for the unit the programme is `of`.

    What was before is what held without them and without all that came later.
    """
    moved = []
    for change in changes:
        earlier = tuple(
            one for one in programme.changes if (one.at, one.id) < (change.at, change.id)
        )
        was = deadline(replace(programme, changes=earlier), change.stage, year, zone)
        until = change.until or programme.stage(change.stage).until
        then = dt.datetime.combine(change.day, until, zone) if change.day else None
        label = programme.stage(change.stage).label
        moved.append(EndMoved(change.stage, label, None if was.paused else was.last, then))
    return tuple(moved)


def moved_by_calendar(
    programme: Programme, year: int, calendar: CountryCalendar, zone: dt.tzinfo
) -> tuple[EndMoved, ...]:
    """Return the ends of a round's stages that are others by another calendar."""
    other, moved = replace(programme, calendar=calendar), []
    for stage in programme.stages:
        was, then = (deadline(one, stage.code, year, zone).last for one in (programme, other))
        if was != then:
            moved.append(EndMoved(stage.code, stage.label, was, then))
    return tuple(moved)


def _later(end: Deadline, days: int) -> StageEnd:
    then = end.last + dt.timedelta(days=days)
    return StageEnd(end.stage, then.date().isoformat(), f"{then:%H:%M}")


def _moment(end: StageEnd, zone: dt.tzinfo) -> dt.datetime:
    try:
        day, until = dt.date.fromisoformat(end.day), dt.time.fromisoformat(end.until)
    except ValueError:
        raise Refused("not-a-day") from None
    return dt.datetime.combine(day, until, zone)

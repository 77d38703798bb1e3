"""What the form of a change of deadlines says, as ends of stages."""

import datetime as dt
from collections.abc import Mapping

from conversations.situation import Form
from rules.deadline_commands import StageEnd
from rules.deadline_moves import pushed, so_many_days
from rules.readers import clock_time, iso_day
from rules.refused import Refused
from rules.rounds import deadline

ALL = "all"
_BETWEEN, _IN = ";", " "


def ends_of(form: Form, said: Mapping[str, str], *, now: dt.datetime) -> tuple[StageEnd, ...]:
    """Return the ends asked for, for the unit the form is `of`; Refused where none are."""
    programme, code = form.programme, said.get("stage", "")
    codes = [one.code for one in programme.stages]
    stages = codes if code == ALL else [programme.stage(code).code]
    how = said.get("how", "")
    if how == "pause":
        return tuple(StageEnd(stage) for stage in stages)
    if how == "by":
        days = int(so_many_days(said.get("days", "")))
        return _some(pushed(programme, form.year, stages, days, now=now))
    if how != "to" or len(stages) > 1:
        raise Refused("not-a-choice")
    day = iso_day(now.date())(said.get("day", ""))
    end = deadline(programme, stages[0], form.year, now.tzinfo or dt.UTC)
    until = clock_time(said["until"]) if said.get("until") else f"{end.last:%H:%M}"
    return (StageEnd(stages[0], day, until),)


def written(ends: tuple[StageEnd, ...]) -> str:
    """Return ends as a hidden field keeps them."""
    return _BETWEEN.join(_IN.join((end.stage, end.day, end.until)) for end in ends)


def read(kept: str) -> tuple[StageEnd, ...]:
    """Return the ends that `written` wrote; Refused for what it did not."""
    parts = [one.split(_IN) for one in kept.split(_BETWEEN)]
    if any(len(one) != len(StageEnd.__slots__) for one in parts):
        raise Refused("not-a-choice")
    return tuple(StageEnd(*one) for one in parts)


def _some(ends: tuple[StageEnd, ...]) -> tuple[StageEnd, ...]:
    if not ends:
        raise Refused("nothing-to-move")
    return ends

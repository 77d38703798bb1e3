"""How the ends of stages are to change: to a day, by some days, or for now not at all."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from conversations.ends_of_stages import say_end_briefly
from conversations.moments import say_day
from conversations.situation import Form
from dialog.ask import Ask
from dialog.questions import Choice
from dialog.turn import Translate
from rules.deadline_commands import StageEnd
from rules.deadline_moves import check_end, pushed, so_many_days
from rules.programme import Programme
from rules.readers import clock_time, iso_day
from rules.refused import Refused
from rules.rounds import Deadline, deadline

TO, BY, PAUSE = "to", "by", "pause"


def ask_ends(ask: Ask, _: Translate, form: Form, stages: Sequence[str]) -> tuple[StageEnd, ...]:
    """Return the ends the stages are to have for the unit the form is `of`."""
    zone = ask.now.tzinfo or dt.UTC
    ends = [deadline(form.programme, stage, form.year, zone) for stage in stages]
    how = ask.choice("how", _("How"), _now(ends, form, _), _ways(ends, _))
    if how == PAUSE:
        return tuple(StageEnd(end.stage) for end in ends if not end.paused)
    if how == BY:
        return _ask_days(ask, _, form, stages)
    return (_ask_moment(ask, _, form, ends[0]),)


def _now(ends: Sequence[Deadline], form: Form, _: Translate) -> str:
    """Return the ends as they are, and the question."""
    lines = [f"{form.programme.stage(end.stage).label}: {say_end_briefly(end, _)}" for end in ends]
    return "\n".join((*lines, "", _("How is it to change?")))


def _ways(ends: Sequence[Deadline], _: Translate) -> list[Choice]:
    paused = all(end.paused for end in ends)
    to = _("Go on with a new deadline") if paused else _("To another day")
    ways = [Choice(TO, to, ("dời", "gia hạn", "đến ngày", "tiếp tục"))] if len(ends) == 1 else []
    if not paused:
        ways.append(Choice(BY, _("Later by some days"), ("lùi", "lùi ngày", "lùi thêm")))
        ways.append(Choice(PAUSE, _("Pause, a new deadline will be told"), ("tạm dừng", "dừng")))
    return ways


def _ask_days(ask: Ask, _: Translate, form: Form, stages: Sequence[str]) -> tuple[StageEnd, ...]:
    text = _("By how many days? The deadline moves by days of the calendar.")
    to_ends = partial(pushed, form.programme, form.year, stages, now=ask.now)
    read = partial(_days, to_ends)
    days = ask.words("days", _("Days"), text, read, kind="number", example="7")
    return to_ends(int(days))


def _days(to_ends: Callable[[int], tuple[StageEnd, ...]], said: str) -> str:
    days = so_many_days(said)
    if not to_ends(int(days)):
        raise Refused("nothing-to-move")
    return days


def _ask_moment(ask: Ask, _: Translate, form: Form, end: Deadline) -> StageEnd:
    today = ask.now.date()
    text = _("Until which day, the last one that is on time? Today is {day}.")
    text = text.format(day=say_day(today, _))
    read = partial(_day, form.programme, form.year, ask.now)
    offered = max(end.last.date(), today) + dt.timedelta(days=7)
    day = ask.words("day", _("Last day"), text, read, kind="date", example=offered.isoformat())
    text = _("{day}. Until what time?").format(day=say_day(dt.date.fromisoformat(day), _))
    same = (Choice("same", f"{end.last:%H:%M}"),)
    until = ask.words("until", _("Time"), text, clock_time, kind="time", offer=same)
    return StageEnd(end.stage, day, until)


def _day(programme: Programme, year: int, now: dt.datetime, said: str) -> str:
    day = iso_day(now.date())(said)
    end = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(23, 59), now.tzinfo)
    check_end(programme, year, end, now=now)
    return day

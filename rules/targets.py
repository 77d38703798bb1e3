"""How far the targets of a programme are reached, and how long there is still for each."""

import calendar
import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rules.duties import Duty
from rules.programme import Programme, Target
from rules.summary import Summary


@dataclass(frozen=True, slots=True)
class TargetNow:
    """A target as it stands: `done` of `of`, both 0 where no count shows it; `last` is its day."""

    target: Target
    met: bool
    last: dt.date
    done: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Left:
    """The time until a day: whole months, then days; `over` once it is past."""

    months: int = 0
    days: int = 0
    over: bool = False


def targets_now(
    programme: Programme, summary: Summary, marked: Collection[str]
) -> tuple[TargetNow, ...]:
    """Return each target with its numbers; `marked` are the codes the office says are met."""
    return tuple(_now(target, summary, marked) for target in programme.targets)


def _now(target: Target, summary: Summary, marked: Collection[str]) -> TargetNow:
    last = dt.date(summary.year, target.month, target.day)
    if not target.measure:
        return TargetNow(target, target.code in marked, last)
    done, of = _far(target, summary)
    return TargetNow(target, bool(of) and done >= of, last, done, of)


def _far(target: Target, summary: Summary) -> tuple[int, int]:
    """Return how much is done, of how much; of nothing where nobody is asked for it."""
    what, _, which = target.measure.partition(":")
    match what:
        case "registered":
            return len(summary.entries), int(which)
        case "recognised":
            return summary.recognised, int(which)
        case "adopted":
            models = {model.code: model.adopted for model in summary.adoption}
            return (models[which].done, models[which].of) if which in models else (0, 0)
        case "launched":
            return summary.adopted_all.done, summary.adopted_all.of
        case "covered":
            return _covered(target.units, summary)
    return _of_duty(_DUTIES[what], target.units, summary)


_DUTIES: Mapping[str, Duty] = {"quota": "quota", "effective": "effective"}


def _covered(types: Sequence[str], summary: Summary) -> tuple[int, int]:
    counted = [far for type_, far in summary.coverage if not types or type_ in types]
    return sum(far.done for far in counted), sum(far.of for far in counted)


def _of_duty(duty: Duty, types: Sequence[str], summary: Summary) -> tuple[int, int]:
    lines = [
        line
        for line in summary.in_state("met", "short", "none")
        if line.owed.duty == duty and (not types or line.now.unit.type in types)
    ]
    return sum(not line.missing for line in lines), len(lines)


def time_left(today: dt.date, last: dt.date) -> Left:
    """Return how long there is until a day; from a month's last day, to another's, whole months."""
    if last < today:
        return Left(over=True)
    months = 12 * (last.year - today.year) + last.month - today.month
    if _after(today, months) > last:
        months -= 1
    return Left(months, (last - _after(today, months)).days)


def _after(day: dt.date, months: int) -> dt.date:
    """Return the day so many months later; after a month's last day another month's last."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    most = calendar.monthrange(year, month + 1)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return dt.date(year, month + 1, most if is_last else min(day.day, most))

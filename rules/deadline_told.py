"""What the contacts of a unit are told of a deadline that the office changed."""

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from rules.deadline_changes import DeadlineChange
from rules.deadline_moves import EndMoved, told_apart
from rules.programme import Programme
from rules.summary import Line


@dataclass(frozen=True, slots=True)
class DeadlineTold:
    """A change as one person hears of it.

    complete  names of their units that owe nothing more, `short` of the others
    """

    board: str
    year: int
    ends: tuple[EndMoved, ...]
    reason: str
    basis: str
    complete: tuple[str, ...] = ()
    short: tuple[str, ...] = ()


def holding(
    units: Iterable[str], group: Sequence[DeadlineChange], every: Collection[DeadlineChange]
) -> list[str]:
    """Return those of the units for which one of these changes is the last of its stage."""
    return [
        unit
        for unit in units
        if any(_last(unit, change.stage, every) == change.id for change in group)
    ]


def told(
    programme: Programme,
    group: Sequence[DeadlineChange],
    lines: Sequence[Line],
    *,
    unit: str,
    known: Collection[DeadlineChange],
    zone: dt.tzinfo,
) -> DeadlineTold:
    """Return what somebody who knows of these earlier changes is told of a group of them."""
    theirs = replace(programme, changes=(*known, *group)).of(unit)
    registers = any(change.stage == "register" for change in group)
    year = group[0].round
    ends = told_apart(theirs, group, year, zone)
    return DeadlineTold(
        board=programme.office.board,
        year=year,
        ends=tuple(end for end in ends if end.before != end.now),
        reason=group[0].reason,
        basis=group[0].basis,
        complete=tuple(_names(lines, met=True)) if registers else (),
        short=tuple(_names(lines, met=False)) if registers else (),
    )


def _names(lines: Iterable[Line], *, met: bool) -> list[str]:
    return [line.now.unit.name for line in lines if (line.state == "met") == met]


def _last(unit: str, stage: str, every: Collection[DeadlineChange]) -> str:
    found = [(one.at, one.id) for one in every if one.stage == stage and unit in one.units]
    return max(found)[1] if found else ""

"""What a unit still owes by the end of a stage, and why it owes nothing."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from rules.matters import Matter
from rules.occurrences import Why
from rules.person import Human, Unit
from rules.programme import Programme, Stage
from rules.rounds import Deadline
from rules.summary import EntryNow, Line

REGISTER = "register"
_TO_RECOGNISE = "accepted"  # what is registered and taken in, and not yet recognised


@dataclass(frozen=True, slots=True)
class Short:
    """What is missing: `done` of `needed`, 0 where nobody is asked for a number.

    missing   how many entries: to be registered, or to be recognised
    launched  names of the models launched from above it has still to take up
    """

    missing: int = 0
    done: int = 0
    needed: int = 0
    launched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A registration somebody has not finished; `lacking` are labels of boxes without words."""

    id: str
    name: str
    day: dt.date
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Owing:
    """A unit that is short, as one of its contacts is reminded of it.

    deadline  None where the document states none, and while it is paused
    days   whole days until the last one, 0 on it, less than 0 after it
    human  whom they call
    draft  what they themselves have begun for the unit
    later  what "remind me again" means now
    by     who of the office reminds by hand, "" where it goes by itself
    """

    matter: Matter
    unit: Unit
    stage: Stage
    deadline: Deadline | None
    days: int
    short: Short
    human: Human
    late: Literal["taken", "refused"] = "taken"
    draft: Draft | None = None
    later: Literal["tonight", "morning"] = "tonight"
    by: str = ""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Somebody's own draft, while its unit is short."""

    matter: Matter
    unit: Unit
    draft: Draft
    deadline: Deadline
    days: int


def why_not(stage: Stage, line: Line, short: Short, *, on_paper: bool) -> Why:
    """Return why a unit is not reminded, "" where it is; `on_paper`: they say it is on its way."""
    if line.now.exempt:
        return "exempt"
    if not short.missing:  # what was launched beside that is asked for by its own message
        return "met"
    if on_paper or (stage.code == REGISTER and line.now.papers):
        return "paper"
    return ""


def short_of(
    programme: Programme, stage: Stage, line: Line, entries: Collection[EntryNow]
) -> Short:
    """Return what a unit with these entries is short of by the end of a stage."""
    if stage.code != REGISTER:
        left = sum(entry.state == _TO_RECOGNISE for entry in entries)
        return Short(left)
    needed, done = line.owed.needed, line.registered
    adopted = line.now.adopted
    launched = programme.launched_for(line.now.unit.type)
    return Short(
        max(0, needed - done),
        done,
        line.quota,
        tuple(model.name for model in launched if model.code not in adopted),
    )


def days_left(deadline: Deadline, day: dt.date) -> int:
    """Return the days from one until the last day."""
    return (deadline.last.date() - day).days

"""What came of what was done with launched models and targets."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from rules.person import Unit


@dataclass(frozen=True, slots=True)
class LaunchOpened:
    """A launched model is open; `told` contacts of `units` units were told.

    `again`: it had been, by somebody, at a moment (aware, local).
    """

    name: str
    units: int
    told: int
    again: bool = False
    by: str = ""
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class LaunchRead:
    """Somebody's having read of a launch is noted; `name` is the model's, the others are codes."""

    name: str
    programme: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class PlanKept:
    """A unit's plan for a launched model is noted."""

    unit: Unit
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class TargetMarked:
    """A target is met, or is not."""

    label: str
    met: bool


AdoptionResult: TypeAlias = LaunchOpened | LaunchRead | PlanKept | TargetMarked

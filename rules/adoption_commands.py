"""What is done with models launched from above, with targets, and with ratings."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class OpenLaunched:
    """What a launched model waited for is there: it is asked of the units now, who are told.

    `unit` is that of the office that opens it.
    """

    unit: str
    programme: str
    model: str


@dataclass(frozen=True, slots=True)
class ReadLaunch:
    """Somebody has read that a model was launched."""

    launch: str


@dataclass(frozen=True, slots=True)
class KeepPlan:
    """A unit has a plan for a launched model; `words` cite it."""

    unit: str
    programme: str
    round: int
    model: str
    words: str


@dataclass(frozen=True, slots=True)
class MarkTarget:
    """A target that no count can show is met, or (`met` false) is not."""

    unit: str
    programme: str
    round: int
    target: str
    met: bool


AdoptionCommand: TypeAlias = OpenLaunched | ReadLaunch | KeepPlan | MarkTarget

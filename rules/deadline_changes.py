"""Deadlines as the office changed them: extended, moved, paused; for one unit, a subtree, all."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class DeadlineChange:
    """One change; `day` is the last day that is on time, None while the stage is paused.

    units  ids of the units it covers, as they stand now
    at     when it was made, UTC milliseconds: of the changes that cover a unit the latest holds
    """

    id: str
    programme: str
    stage: str
    round: int
    units: Collection[str]
    kind: Literal["moved", "paused"]
    day: dt.date | None
    until: dt.time | None
    reason: str
    basis: str
    at: int

"""Times in which the bot was away: what it missed, and what is said of them."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple


class Gap(NamedTuple):
    """From when to when the bot was away, UTC milliseconds."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Away:
    """The same as an office is told of it, local: how many were told late, how many not at all.

    gap  its id: the millisecond it began
    """

    gap: int
    start: dt.datetime
    end: dt.datetime
    caught_up: int
    too_late: int

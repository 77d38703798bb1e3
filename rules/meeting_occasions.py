"""What people are told of a meeting by itself: the facts its words are made of."""

import datetime as dt
from dataclasses import dataclass

from rules.meeting import Answer, Counts, Meeting


@dataclass(frozen=True, slots=True)
class Invitation:
    """Somebody is invited, for the first time."""

    meeting: Meeting


@dataclass(frozen=True, slots=True)
class Moved:
    """A meeting somebody was told of is at another time or place."""

    meeting: Meeting


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A meeting somebody was told of is called off."""

    meeting: Meeting


@dataclass(frozen=True, slots=True)
class Near:
    """A meeting is near; `answer` is "" of who has not said. `today` is the local day it goes."""

    meeting: Meeting
    today: dt.date
    answer: Answer | str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """Who runs the meeting hears what was replied; `closed`: it begins, no more replies come."""

    meeting: Meeting
    counts: Counts
    closed: bool = False

"""What came of what was done with meetings."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from rules.meeting import Answer, Kind, When
from rules.meeting_patterns import Pattern
from rules.meeting_requests import SeenMeeting
from rules.person import Unit


@dataclass(frozen=True, slots=True)
class MeetingMade:
    """A meeting is planned, and who is invited is told; `again`: it had been."""

    seen: SeenMeeting
    again: bool = False


@dataclass(frozen=True, slots=True)
class SeriesMade:
    """A unit meets so from now on; `coming` are its next days, `kept` those that stay planned."""

    unit: Unit
    kind: Kind
    pattern: Pattern
    time: dt.time
    place: str
    coming: tuple[dt.date, ...]
    kept: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesEnded:
    """A unit meets so no more; `again`: it had ended before."""

    pattern: Pattern
    again: bool = False


@dataclass(frozen=True, slots=True)
class MeetingMoved:
    """A meeting is at another time or place; everybody invited is told, and asked anew."""

    seen: SeenMeeting


@dataclass(frozen=True, slots=True)
class MeetingCancelled:
    """A meeting is called off; who was invited is told."""

    seen: SeenMeeting


@dataclass(frozen=True, slots=True)
class MeetingOtherwise:
    """Nothing was done: the meeting was moved or called off meanwhile, or has begun.

    `by` changed it last, "" where nobody did or who asks is not told.
    """

    seen: SeenMeeting
    by: str = ""


@dataclass(frozen=True, slots=True)
class Replied:
    """Somebody said whether they come; `reason`: why not. `again`: they had said the same."""

    seen: SeenMeeting
    answer: Answer
    reason: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class RepliesNoted:
    """What people told a contact is noted; who had replied by themselves keeps their own."""

    seen: SeenMeeting
    answer: Answer
    names: tuple[str, ...]
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingAsItIs:
    """Nothing was changed; `seen` is None for who does not see the meeting."""

    seen: SeenMeeting | None


MeetingResult: TypeAlias = (
    MeetingMade | SeriesMade | SeriesEnded | MeetingMoved | MeetingCancelled | MeetingOtherwise
    | Replied | RepliesNoted | MeetingAsItIs
)  # fmt: skip

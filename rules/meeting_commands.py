"""What is done with meetings: made, moved, called off, replied to."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from rules.meeting import Answer, Kind, When


@dataclass(frozen=True, slots=True)
class MakeMeeting:
    """A unit is to meet; `dialog` is what it was written in, so that it is made once."""

    unit: str
    kind: Kind
    when: When
    place: str
    dialog: str


@dataclass(frozen=True, slots=True)
class MakeSeries:
    """A unit meets every month or quarter; `pattern` is a code of `rules.meeting_patterns`.

    `instead` is the series of the unit that it changes; what is planned of it already stays.
    """

    unit: str
    kind: Kind
    pattern: str
    time: dt.time
    place: str
    dialog: str
    instead: str = ""


@dataclass(frozen=True, slots=True)
class EndSeries:
    """A unit meets so no more; meetings that are planned already stay."""

    series: str


@dataclass(frozen=True, slots=True)
class MoveMeeting:
    """A meeting is at another time or place; `revision` is the one that was read."""

    meeting: str
    revision: int
    when: When
    place: str


@dataclass(frozen=True, slots=True)
class CancelMeeting:
    """A meeting is called off; `why` may be ""."""

    meeting: str
    revision: int
    why: str


@dataclass(frozen=True, slots=True)
class ReplyToMeeting:
    """Somebody says whether they come; the reason, if any, is for the unit's contacts."""

    meeting: str
    revision: int
    answer: Answer
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NoteReplies:
    """A contact of the unit notes what people told them; `people` are ids."""

    meeting: str
    revision: int
    people: tuple[str, ...]
    answer: Answer


@dataclass(frozen=True, slots=True)
class WantMeetingFile:
    """Somebody wants a meeting as a file for their calendar."""

    meeting: str


@dataclass(frozen=True, slots=True)
class LeaveMeeting:
    """A meeting is to stay as it is."""

    meeting: str


MeetingCommand: TypeAlias = (
    MakeMeeting | MakeSeries | EndSeries | MoveMeeting | CancelMeeting | ReplyToMeeting
    | NoteReplies | WantMeetingFile | LeaveMeeting
)  # fmt: skip

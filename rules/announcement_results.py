"""What came of what was done with announcements."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from rules.announcement_requests import Announcement


@dataclass(frozen=True, slots=True)
class AnnouncementWaits:
    """An announcement goes at `send_at` (aware, local), after the quiet hours at `goes_at`.

    again  it had been given before
    """

    id: str
    words: str
    people: int
    reached: int
    send_at: dt.datetime
    goes_at: dt.datetime
    corrects: bool = False
    again: bool = False


@dataclass(frozen=True, slots=True)
class NobodyToTell:
    """Nobody is there whom it could be told: nothing was kept.

    stopped  the id of the one to be set right, which had reached nobody and is stopped now
    """

    stopped: str = ""


@dataclass(frozen=True, slots=True)
class AnnouncementStopped:
    """An announcement goes no further; `again`: it had been stopped, or had gone to everybody."""

    how: Announcement
    again: bool = False


@dataclass(frozen=True, slots=True)
class UnreadReminded:
    """Who had not read it is told once more; 0 people where nobody is left or it was today."""

    id: str
    words: str
    people: int
    today: bool = False


@dataclass(frozen=True, slots=True)
class AnnouncementRead:
    """Somebody's having read it is noted."""

    id: str
    words: str
    programme: str


@dataclass(frozen=True, slots=True)
class AnnouncementLeft:
    """Nothing was announced."""


AnnouncementResult: TypeAlias = (
    AnnouncementWaits | NobodyToTell | AnnouncementStopped | UnreadReminded | AnnouncementRead
    | AnnouncementLeft
)  # fmt: skip

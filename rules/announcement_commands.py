"""What is done with announcements: written, stopped, set right, reminded of, read."""

from dataclasses import dataclass
from typing import TypeAlias

from rules.announcing import EVERYBODY, Audience


@dataclass(frozen=True, slots=True)
class Announce:
    """An office tells contacts of units below it something; `unit` is the office's.

    dialog  what it was written in: sent twice, it goes once
    """

    unit: str
    programme: str
    words: str
    dialog: str
    audience: Audience = EVERYBODY


@dataclass(frozen=True, slots=True)
class StopAnnouncement:
    """What has not gone yet does not go."""

    announcement: str


@dataclass(frozen=True, slots=True)
class CorrectAnnouncement:
    """Words that set an announcement right, for exactly those it reached; it goes no further."""

    announcement: str
    words: str
    dialog: str


@dataclass(frozen=True, slots=True)
class RemindUnread:
    """Who has not said that they know is told once more."""

    announcement: str


@dataclass(frozen=True, slots=True)
class ReadAnnouncement:
    """Somebody says that they know."""

    announcement: str


@dataclass(frozen=True, slots=True)
class LeaveAnnouncement:
    """Somebody thought better of writing one."""


AnnouncementCommand: TypeAlias = (
    Announce | StopAnnouncement | CorrectAnnouncement | RemindUnread | ReadAnnouncement
    | LeaveAnnouncement
)  # fmt: skip

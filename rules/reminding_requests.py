"""What people can ask about being reminded."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar, TypeAlias

from rules.person import Unit


@dataclass(frozen=True, slots=True)
class Reminders:
    """How somebody is reminded.

    hour     local, None where they have not chosen
    early    also fourteen days before
    muted    matters, "" for all
    snoozed  (matter, until: aware and local) still to come
    channel  the one they chose, "" for the one they used last
    channels those at which they have a chat, the one used last first
    """

    hour: dt.time | None = None
    early: bool = False
    muted: tuple[str, ...] = ()
    snoozed: tuple[tuple[str, dt.datetime], ...] = ()
    channel: str = ""
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MyReminders:
    """How am I reminded? -> Reminders."""

    examples: ClassVar[tuple[Any, ...]] = (
        Reminders(),
        Reminders(dt.time(19), muted=("",), channel="zalo", channels=("web", "zalo")),
    )


@dataclass(frozen=True, slots=True)
class StillOwed:
    """How many messages wait until they can be told to me? -> int."""

    examples: ClassVar[tuple[Any, ...]] = (0, 2)


@dataclass(frozen=True, slots=True)
class Sent:
    """A contact says that the paper of their unit is on its way; `at` is aware."""

    id: str
    unit: Unit
    person: str
    name: str
    phone: str
    stage: str
    programme: str
    round: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class LastNudge:
    """When somebody of an office reminded its units by hand; `at` aware and local."""

    id: str = ""
    by: str = ""
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class NudgePlan:
    """Who would be reminded now: how many units and people, how many of the units cannot be told.

    short    how many units are short
    reached  how many of them have somebody who can be told
    people   how many people that is
    papers   how many are left out because their paper is here or on its way
    """

    short: int = 0
    reached: int = 0
    people: int = 0
    papers: int = 0
    last: LastNudge = LastNudge()


@dataclass(frozen=True, slots=True)
class NudgeOf:
    """Who would be reminded by hand below this office now? -> NudgePlan."""

    unit: str
    programme: str
    round: int
    examples: ClassVar[tuple[Any, ...]] = (NudgePlan(), NudgePlan(3, 2, 4))


RemindingRequest: TypeAlias = MyReminders | StillOwed | NudgeOf

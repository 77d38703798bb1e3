"""What came of what people do about being reminded."""

import datetime as dt
from dataclasses import dataclass
from typing import TypeAlias

from rules.person import Human, Unit


@dataclass(frozen=True, slots=True)
class SaidSent:
    """That a unit's paper is on its way is kept; `again` when it had been said before."""

    unit: Unit
    again: bool = False


@dataclass(frozen=True, slots=True)
class SentSettled:
    """The office has said whether a paper is there; `unit` None where there is no such thing.

    by, at  who had settled it before and when (aware, local)
    """

    unit: Unit | None
    found: bool
    by: str = ""
    at: dt.datetime | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class ReasonGiven:
    """The reason went to whoever is in charge; `told` whether they know already."""

    unit: Unit
    human: Human
    told: bool


@dataclass(frozen=True, slots=True)
class Snoozed:
    """They are reminded again then (aware, local)."""

    until: dt.datetime


@dataclass(frozen=True, slots=True)
class Muted:
    """They are no longer reminded of matters ("" of anything), or (`on`) are again."""

    matters: tuple[str, ...]
    on: bool = False


@dataclass(frozen=True, slots=True)
class HourKept:
    """When they are reminded from now on; `quiet` says that nothing goes at the hour wanted."""

    hour: dt.time
    early: bool
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class ChannelKept:
    """By which channel they are told from now on, "" by the one used last.

    `there` says whether they have a chat there; without one nothing was changed.
    """

    channel: str
    there: bool = True


@dataclass(frozen=True, slots=True)
class Nudged:
    """The office reminds its units; somebody else had just done so where `by` is told.

    units, people  how many are reminded, before answers and mutes are looked at
    """

    units: int
    people: int
    by: str = ""
    at: dt.datetime | None = None
    own: bool = False


RemindingResult: TypeAlias = (
    SaidSent | SentSettled | ReasonGiven | Snoozed | Muted | HourKept | ChannelKept | Nudged
)

"""What people can ask about what was said by itself: what came, what did not, and why."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, TypeAlias

from rules.occurrences import Why

# Of the message it was written into; "" it was written into none; "held": until more may be said.
Fate: TypeAlias = Literal[
    "", "pending", "held", "sending", "sent", "failed", "unknown", "expired", "parked", "dropped"
]


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of one reminder; times are local and aware.

    rule, step  of its key
    at          when it was decided; `sent` when it went, None while it has not
    unit        the name of the unit it is about, "" for none
    name        whom it is for
    page        it stands on the web page; `read` it has been shown there
    """

    rule: str
    step: str
    at: dt.datetime
    reason: Why
    fate: Fate = ""
    sent: dt.datetime | None = None
    unit: str = ""
    name: str = ""
    page: bool = False
    read: bool = False


@dataclass(frozen=True, slots=True)
class WhyToMe:
    """What was I told by itself, or not? -> tuple[Decided, ...], the newest first, at most 10."""

    examples: ClassVar[tuple[Any, ...]] = ((),)


@dataclass(frozen=True, slots=True)
class WhyTo:
    """What were the contacts of this unit told, or not? -> the same.

    Nothing of its meetings, nor of what somebody has begun to write.
    """

    unit: str
    examples: ClassVar[tuple[Any, ...]] = ((),)


@dataclass(frozen=True, slots=True)
class Missed:
    """What could not be told in time: the rule, the unit's name, whom it was for.

    Who is asked to a meeting is for its own unit to know, and who has begun to write something is
    for nobody: `name` is "" then.
    """

    rule: str
    unit: str
    name: str


@dataclass(frozen=True, slots=True)
class MissedIn:
    """What of the units below me was too late after this gap? -> tuple[Missed, ...], at most 20."""

    gap: int
    examples: ClassVar[tuple[Any, ...]] = ((),)


WhyRequest: TypeAlias = WhyToMe | WhyTo | MissedIn

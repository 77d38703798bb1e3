"""A meeting of a unit, and what people reply to it."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal, Self, TypeAlias
from zoneinfo import ZoneInfo

from rules.person import Unit
from rules.utc_ms import ms_of

# regular    sinh hoạt thường kỳ
# thematic   sinh hoạt chuyên đề, at least once a quarter
# committee  of the unit's committee: its contacts only
Kind: TypeAlias = Literal["regular", "thematic", "committee", "other"]
State: TypeAlias = Literal["planned", "cancelled"]
Answer: TypeAlias = Literal["coming", "away"]
KINDS: tuple[Kind, ...] = ("regular", "thematic", "committee", "other")


@dataclass(frozen=True, slots=True)
class When:
    """A day and a time of day as they are said where the meeting is."""

    day: dt.date
    time: dt.time

    def at(self, zone: str) -> dt.datetime:
        """Return the moment in an IANA zone, aware."""
        return dt.datetime.combine(self.day, self.time, ZoneInfo(zone))

    def starts_at(self, zone: str) -> int:
        """Return the moment in UTC milliseconds."""
        return ms_of(self.at(zone))


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting; `zone` is IANA, times are UTC milliseconds.

    starts_at  the same moment as `when`
    series     the series it belongs to, and `month` ("2027-03") for which month; "" for neither
    revision   of what is said of it: moved or cancelled, it is one more, and said anew
    said_at    when this revision was made, `by_person` who made it
    was        when it was to be before it was moved, None where it never was; `was_place` likewise
    notebook   whether the unit's members write by hand, for there is no electronic handbook
    """

    id: str
    unit: Unit
    kind: Kind
    when: When
    zone: str
    place: str
    starts_at: int
    revision: int = 1
    state: State = "planned"
    why: str = ""
    series: str = ""
    month: str = ""
    by_person: str = ""
    said_at: int = 0
    was: When | None = None
    was_place: str = ""
    notebook: bool = False

    def is_ahead(self, now: int) -> bool:
        """Return whether it is to be held and has not begun (UTC milliseconds)."""
        return self.state == "planned" and now < self.starts_at

    def moved_to(self, when: When, place: str, *, by: str, now: int) -> Self:
        """Return the meeting moved, to be said anew; it belongs to its month all the same."""
        return replace(
            self,
            when=when,
            place=place,
            starts_at=when.starts_at(self.zone),
            revision=self.revision + 1,
            said_at=now,
            was=self.when,
            was_place=self.place,
            by_person=by,
        )

    def cancelled(self, why: str, *, by: str, now: int) -> Self:
        """Return the meeting called off."""
        changes = {"state": "cancelled", "why": why, "by_person": by, "said_at": now}
        return replace(self, revision=self.revision + 1, **changes)  # type: ignore[arg-type] # by name


@dataclass(frozen=True, slots=True)
class Reply:
    """Whether somebody comes; `reason` is for the unit's own contacts and whoever gave it.

    `by_person` noted it: the person, or a contact of the unit after a call. Of a revision that is
    no more it counts for nothing.
    """

    meeting: str
    person: str
    revision: int
    answer: Answer
    reason: str
    by_person: str
    at: int


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody a meeting is for; `runs`: a contact of that unit, who sees the replies.

    `position` is what they are in the unit; `reached`: they can be told here. `answer` is of the
    meeting as it stands now, "" while they have not said.
    """

    person: str
    name: str
    phone: str
    position: str = ""
    runs: bool = False
    reached: bool = True
    answer: Answer | Literal[""] = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many are invited, and what they said."""

    invited: int = 0
    coming: int = 0
    away: int = 0

    @property
    def silent(self) -> int:
        """How many have not said anything."""
        return self.invited - self.coming - self.away

    @property
    def said(self) -> int:
        """How many have."""
        return self.coming + self.away


def counted(people: Collection[Invited]) -> Counts:
    """Return how many of the people come, are away, have not said."""
    coming = sum(one.answer == "coming" for one in people)
    away = sum(one.answer == "away" for one in people)
    return Counts(len(people), coming, away)

"""What can be asked about meetings."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias

from rules.country_calendar import CountryCalendar
from rules.meeting import Counts, Invited, Meeting, When
from rules.meeting_patterns import Pattern
from rules.person import Human, Unit

_NONE, _NOBODY = Counts(), Human("", "")
_UNIT = Unit("suoi-da", "Chi bộ bản Suối Đá", "chi_bo", "bản Suối Đá")
_WHEN = When(dt.date(2027, 3, 18), dt.time(19))
_ZONE = "Asia/Ho_Chi_Minh"
_MEETING = Meeting("m1", _UNIT, "regular", _WHEN, _ZONE, "Nhà văn hóa bản", _WHEN.starts_at(_ZONE))
_PAO = Invited("pao", "Giàng A Páo", "+84912000001", "Bí thư chi bộ", runs=True, answer="coming")
_LAN = Invited("lan", "Vàng Thị Lan", "", answer="away", reason="Đi viện")
_CHU = Invited("chu", "Vàng A Chư", "+84912000005", reached=False)


@dataclass(frozen=True, slots=True)
class SeenMeeting:
    """A meeting as somebody sees it.

    mine    they themselves, if they are invited
    people  who is invited, with their replies: told to the unit's own contacts alone
    counts  of these; told to nobody else either
    chair   whom to call about it
    may     whether they may move it and call it off
    """

    meeting: Meeting
    mine: Invited | None = None
    people: tuple[Invited, ...] = ()
    counts: Counts = _NONE
    chair: Human = _NOBODY
    may: bool = False

    @property
    def runs(self) -> bool:
        """Whether they are a contact of that very unit, who sees the replies."""
        return self.mine is not None and self.mine.runs

    def silent(self) -> tuple[Invited, ...]:
        """Return who has not said."""
        return tuple(one for one in self.people if not one.answer)


_SEEN = SeenMeeting(
    _MEETING, _PAO, (_PAO, _LAN, _CHU), Counts(3, 1, 1), Human("Giàng A Páo", "+84912000001"), True
)


@dataclass(frozen=True, slots=True)
class MeetingOf:
    """What is this meeting? -> SeenMeeting, None for who does not see into its unit."""

    meeting: str
    examples: ClassVar[tuple[Any, ...]] = (None, _SEEN)


@dataclass(frozen=True, slots=True)
class MyMeetings:
    """Which meetings that I am invited to are ahead? -> tuple[SeenMeeting, ...], soonest first."""

    examples: ClassVar[tuple[Any, ...]] = ((), (_SEEN,), (_SEEN, _SEEN))


@dataclass(frozen=True, slots=True)
class MeetingsBelow:
    """When and where do the units below this one meet? -> tuple[Meeting, ...], soonest first.

    In the days ahead; no replies.
    """

    unit: str
    examples: ClassVar[tuple[Any, ...]] = ((), (_MEETING, _MEETING))


@dataclass(frozen=True, slots=True)
class OneSeries:
    """A series of a unit, as its contacts see it."""

    id: str
    kind: str
    pattern: Pattern
    time: dt.time
    place: str


@dataclass(frozen=True, slots=True)
class Planning:
    """What is known where a meeting of a unit is to be made.

    unit      None where there is none such
    places    where it can be: where the unit met last, the unit's own place; each once
    ahead     what is planned and what was called off, from today on
    everybody, contacts  how many are invited, and how many of these cannot be told here
    days      the country's calendar
    """

    unit: Unit | None = None
    places: tuple[str, ...] = ()
    ahead: tuple[Meeting, ...] = ()
    series: tuple[OneSeries, ...] = ()
    everybody: tuple[int, int] = (0, 0)
    contacts: tuple[int, int] = (0, 0)
    days: CountryCalendar = field(default_factory=CountryCalendar)


_SERIES = OneSeries("s1", "regular", Pattern(nth=1, weekday=3), dt.time(19), "Nhà văn hóa bản")


@dataclass(frozen=True, slots=True)
class PlanningOf:
    """What is known where a meeting of this unit is to be made? -> Planning."""

    unit: str
    examples: ClassVar[tuple[Any, ...]] = (
        Planning(),
        Planning(_UNIT, ("Nhà văn hóa bản",), (_MEETING,), (_SERIES,), (22, 2), (3, 0)),
    )


MeetingRequest: TypeAlias = MeetingOf | MyMeetings | MeetingsBelow | PlanningOf


def places_of(last: str, unit: Unit | None) -> tuple[str, ...]:
    """Return the places to offer, each once."""
    return tuple(dict.fromkeys(place for place in (last, unit.place if unit else "") if place))

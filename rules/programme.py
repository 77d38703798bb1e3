"""What a circular can change, as data: kinds, boxes, stages, unit types and quotas."""

import dataclasses
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from rules.campaigning import Campaign
from rules.country_calendar import CountryCalendar
from rules.deadline_changes import DeadlineChange
from rules.refused import Refused

# Of a field that no file has: it is known at the moment alone.
OF_THE_MOMENT = {"of_the_moment": True}


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a box; `also` holds the other spellings people use for it."""

    code: str
    label: str
    short: str = ""
    hint: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """What can be registered; `counts` says whether it counts towards a unit's quota."""

    code: str
    label: str
    entry: Literal["model", "exemplar"]
    subject: Literal["collective", "individual"]
    origin: Literal["new", "replicate", "maintain", "adopt"]
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Box:
    """One box of the form.

    `least` and `most` bound the length of a text or the value of a number; `most` 0 is no bound.
    """

    key: str
    type: Literal["name", "place", "field", "content", "text", "long", "number", "date", "choice"]
    label: str
    question: str = ""
    hint: str = ""
    example: str = ""
    required: bool = True
    choices: tuple[Choice, ...] = ()
    least: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class Stage:
    """A step of every round and the day it ends by, as the document writes it.

    Exclusive ("trước ngày 20/3") ends at `until` of the day before. `exceptions` are (year, day
    written for that year); `shift` moves a yearly last day that falls on a weekend or a holiday.
    `remind` is how many days before the last day contacts are reminded, `remind_after` how many
    days after it once more, 0 for not at all.
    """

    code: str
    label: str
    month: int
    day: int
    inclusive: bool
    until: dt.time
    exceptions: tuple[tuple[int, dt.date], ...] = ()
    shift: Literal["none", "earlier", "later"] = "none"
    remind: tuple[int, ...] = (7, 3, 1)
    remind_after: int = 1


@dataclass(frozen=True, slots=True)
class Office:
    """Who runs the programme: the committee, its board that receives, and a human to call."""

    committee: str
    board: str
    phone: str
    contact: str


@dataclass(frozen=True, slots=True)
class Launched:
    """A model launched from above, for units to carry out; `units` are types, () all of them.

    Until it is `open` nobody is asked for it; `opens_when` says what is waited for.
    """

    code: str
    name: str
    content: str = ""
    field: str = ""
    level: str = ""
    units: tuple[str, ...] = ()
    open: bool = True
    opens_when: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """Something a programme wants reached by the end of a day of each round.

    measure  what counts it: "quota", "covered", "launched", "adopted:CODE", "effective",
             "registered:N", "recognised:N"; "" for one that the office marks by hand
    units    the types of units it counts, () all of them
    """

    code: str
    label: str
    month: int = 12
    day: int = 31
    measure: str = ""
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reminding:
    """When people may be told something by itself: local hours to choose from, the first is usual.

    Nothing goes between `quiet_from` and `quiet_to`. `weekends`: reminders of deadlines go on days
    off too.
    """

    hours: tuple[dt.time, ...] = (dt.time(6, 45), dt.time(11, 30), dt.time(19))
    quiet_from: dt.time = dt.time(21)
    quiet_to: dt.time = dt.time(6, 30)
    weekends: bool = False

    def is_quiet(self, clock: dt.time) -> bool:
        """Return whether nothing goes at a local time of day."""
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= clock < self.quiet_to
        return clock >= self.quiet_from or clock < self.quiet_to


@dataclass(frozen=True, slots=True)
class Scheduling:
    """The month's meetings of the units below: told before one day of it, agreed on another.

    Both are days of the month before; 0: this committee collects none. `units` are types, () all.
    """

    register_before: int = 0
    agree_on: int = 0
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """The years a programme runs, both included; 0 where the document states none."""

    first: int = 0
    last: int = 0


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme as its file tells it; `unit_types` are (code, label), `quotas` (code, number).

    stages        none where the document states no deadline
    late          what becomes of a late registration
    source        the document all this is taken from; `basis` the one it rests on, as it is cited
    slogan        what an announcement may end with
    unit_parents  (type, types it may stand under); a type without a line stands anywhere
    controls      (type or "total", how many units the document counts)
    effective     (type, how many entries of a unit must have proved effective)
    covered       types of which every unit must have an entry
    calendar      the days off, as the office has said them by now
    changes       of deadlines, by the office; those that cover the unit `whose` hold, none for ""

    A code the programme does not have is Refused as unknown.
    """

    code: str
    title: str
    prefix: str
    office: Office
    kinds: tuple[Kind, ...]
    boxes: tuple[Box, ...]
    stages: tuple[Stage, ...]
    unit_types: tuple[tuple[str, str], ...]
    quotas: tuple[tuple[str, int], ...]
    late: Literal["taken", "refused"] = "taken"
    source: str = ""
    basis: str = ""
    slogan: str = ""
    period: Period = Period()
    unit_parents: tuple[tuple[str, tuple[str, ...]], ...] = ()
    controls: tuple[tuple[str, int], ...] = ()
    effective: tuple[tuple[str, int], ...] = ()
    covered: tuple[str, ...] = ()
    launched: tuple[Launched, ...] = ()
    targets: tuple[Target, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    reminding: Reminding = Reminding()
    scheduling: Scheduling = Scheduling()
    calendar: CountryCalendar = dataclasses.field(default=CountryCalendar(), metadata=OF_THE_MOMENT)
    changes: tuple[DeadlineChange, ...] = dataclasses.field(default=(), metadata=OF_THE_MOMENT)
    whose: str = dataclasses.field(default="", metadata=OF_THE_MOMENT)

    def of(self, unit: str) -> "Programme":
        """Return the programme with the deadlines that hold for a unit, given by its id."""
        return dataclasses.replace(self, whose=unit) if self.changes else self

    @property
    def fields(self) -> tuple[Choice, ...]:
        """The fields an entry can be in; none where the form does not ask for one."""
        return next((box.choices for box in self.boxes if box.type == "field"), ())

    def kind(self, code: str) -> Kind:
        """Return the kind with this code."""
        return _with_code(self.kinds, code, "unknown-kind")

    def field(self, code: str) -> Choice:
        """Return the field with this code."""
        return _with_code(self.fields, code, "unknown-field")

    def stage(self, code: str) -> Stage:
        """Return the stage with this code."""
        return _with_code(self.stages, code, "unknown-stage")

    def box(self, key: str) -> Box:
        """Return the box with this key."""
        for box in self.boxes:
            if box.key == key:
                return box
        raise Refused("unknown-box", code=key)

    def quota(self, unit_type: str) -> int:
        """Return how many entries a unit of this type owes in a round, 0 where no quota is set."""
        return dict(self.quotas).get(unit_type, 0)

    @property
    def has_deadline(self) -> bool:
        """Whether the document says until when to register."""
        return any(stage.code == "register" for stage in self.stages)

    def rounds(self) -> range:
        """Return the years of the period, none where the document states no period."""
        return range(self.period.first, self.period.last + 1) if self.period.first else range(0)

    def launched_for(self, unit_type: str) -> tuple[Launched, ...]:
        """Return the models launched from above that a unit of this type is to carry out now."""
        return tuple(
            model
            for model in self.launched
            if model.open and (not model.units or unit_type in model.units)
        )

    def may_stand_under(self, unit_type: str, parent_type: str) -> bool:
        """Return whether a unit of this type may stand under one of that type."""
        parents = dict(self.unit_parents).get(unit_type)
        return parents is None or parent_type in parents


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


_C = TypeVar("_C", bound=_Coded)


def _with_code(things: Iterable[_C], code: str, reason: str) -> _C:
    for thing in things:
        if thing.code == code:
            return thing
    raise Refused(reason, code=code)

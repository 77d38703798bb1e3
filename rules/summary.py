"""The office's table: how all its units stand at one moment. Every paper of it says this."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from rules.duties import Owed
from rules.entry import State
from rules.person import Unit
from rules.progress import Progress, percent, progress

NOTHING = Progress(0, 0)
LineState: TypeAlias = Literal["met", "short", "none", "exempt"]


@dataclass(frozen=True, slots=True)
class UnitNow:
    """A unit below the office as it stands; `parent` is an id, "" for one that stands nowhere.

    exempt   why it owes nothing in the round, "" where it does
    papers   how many forms it sent by hand that nobody has typed in
    adopted  codes of the launched models it takes up
    planned  codes of those it has a plan for
    staff    the id of who of the office is in charge of it
    ended    it is no more, and nobody came after it: what it registered counts for those above
    """

    unit: Unit
    parent: str = ""
    exempt: str = ""
    papers: int = 0
    adopted: tuple[str, ...] = ()
    planned: tuple[str, ...] = ()
    staff: str = ""
    staff_name: str = ""
    ended: bool = False


@dataclass(frozen=True, slots=True)
class EntryNow:
    """An entry of the round, not taken back; `units` are those whose register it is in today.

    `unclear`: nobody has confirmed that who sent it belongs to the unit; it is in no count.
    """

    id: str
    units: tuple[str, ...]
    kind: str
    model: bool
    individual: bool
    origin: str
    field: str
    state: State
    counts: bool
    unclear: bool = False
    original: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A unit that owes something, or is exempt from it; `done` of `owed.needed`.

    `registered` and `recognised` count what its duty counts: its own, or also those below it.
    """

    now: UnitNow
    owed: Owed
    registered: int
    recognised: int

    @property
    def quota(self) -> int:
        """The number it is asked for; 0 where it is exempt, or nobody is asked for a number."""
        return 0 if self.now.exempt or self.owed.duty == "any" else self.owed.needed

    @property
    def done(self) -> int:
        """How much of what it owes is done."""
        return self.recognised if self.owed.duty == "effective" else self.registered

    @property
    def missing(self) -> int:
        """How many it still owes."""
        return 0 if self.now.exempt else max(0, self.owed.needed - self.done)

    @property
    def state(self) -> LineState:
        """How it stands."""
        if self.now.exempt:
            return "exempt"
        if not self.missing:
            return "met"
        return "short" if self.registered else "none"


@dataclass(frozen=True, slots=True)
class Adoption:
    """How far the units are with a model launched from above; `left` are their ids."""

    code: str
    name: str
    adopted: Progress
    planned: Progress


@dataclass(frozen=True, slots=True)
class Summary:
    """The table of an office at a moment (aware, local).

    lines     the units that owe something, as they were given
    entries   those that count, each once, whoever's register they are in
    unclear   how many are in no count because nobody knows who sent them
    fields    the codes of the programme's fields
    adoption  each launched model that is open; `adopted_all` every one of them by the same unit
    coverage  (type of unit, how many of them have an entry), of types of which every one must
    """

    office: Unit
    programme: str
    year: int
    at: dt.datetime
    lines: tuple[Line, ...]
    entries: tuple[EntryNow, ...]
    unclear: int
    fields: tuple[str, ...]
    adoption: tuple[Adoption, ...] = ()
    adopted_all: Progress = NOTHING
    coverage: tuple[tuple[str, Progress], ...] = ()

    def in_state(self, *states: LineState) -> tuple[Line, ...]:
        """Return the units that stand so."""
        return tuple(line for line in self.lines if line.state in states)

    @property
    def asks_numbers(self) -> bool:
        """Whether any unit is asked for a number, or only whether it has something."""
        return any(line.owed.duty != "any" for line in self.lines)

    @property
    def owing(self) -> int:
        """How many units are not exempt: the whole of every percentage."""
        return len(self.in_state("met", "short", "none"))

    @property
    def met_rate(self) -> Decimal:
        """The percentage of those that owe nothing more."""
        return percent(len(self.in_state("met")), self.owing)

    @property
    def by_hand(self) -> int:
        """How many units without any entry have sent a form that waits to be typed in."""
        return sum(line.now.papers > 0 for line in self.in_state("none"))

    @property
    def models(self) -> int:
        """How many entries are models; the others are exemplars."""
        return sum(entry.model for entry in self.entries)

    @property
    def recognised(self) -> int:
        """How many entries are recognised."""
        return self.of_state("recognised")

    @property
    def recognised_rate(self) -> Decimal:
        """Quality before quantity: recognised of all registered, in percent."""
        return percent(self.recognised, len(self.entries))

    def of_state(self, *states: State) -> int:
        """Return how many entries are in these states."""
        return sum(entry.state in states for entry in self.entries)

    def of_origin(self, origin: str) -> int:
        """Return how many entries are new, replicate, maintain or adopt something."""
        return sum(entry.origin == origin for entry in self.entries)

    @property
    def effective(self) -> tuple[tuple[str, int, Progress], ...]:
        """Each type that owes effective models: how many a unit owes, how many units have them."""
        owing: dict[tuple[str, int], dict[str, bool]] = {}
        for line in self.in_state("met", "short", "none"):
            if line.owed.duty == "effective":
                asked = (line.now.unit.type, line.owed.needed)
                owing.setdefault(asked, {})[line.now.unit.id] = not line.missing
        return tuple((type_, needed, progress(done)) for (type_, needed), done in owing.items())

    def by_field(self) -> Mapping[str, int]:
        """Return how many entries each field has, by code; a field with none is there with 0."""
        found = Counter(entry.field for entry in self.entries)
        others = sorted(found.keys() - set(self.fields))
        return {field: found[field] for field in (*self.fields, *others)}

    @property
    def empty_fields(self) -> tuple[str, ...]:
        """The fields of the programme that have no entry: the models are not spread evenly."""
        return tuple(field for field, count in self.by_field().items() if not count)

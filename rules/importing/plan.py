"""What an import would write, worked out before anything is written."""

from dataclasses import dataclass, field
from typing import Literal

from rules.importing.contact_rows import ContactRow
from rules.importing.entry_rows import EntryRow
from rules.importing.preview import Change
from rules.importing.problems import Problem
from rules.importing.rating_rows import RatingRow
from rules.importing.unit_rows import UnitRow
from rules.person import Role
from rules.ratings import Level


@dataclass(frozen=True, slots=True)
class PlannedUnit:
    """A unit as it will be; `changed` holds the columns that are other than before.

    parent and staff are ids, "" for none; a new unit has an id already.
    """

    row: UnitRow
    id: str
    new: bool
    type: str
    parent: str
    staff: str
    changed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlannedPlace:
    """A place in a unit as it will be; `row` is the first that tells it.

    before    the id of the place there is, "" for none
    changed   whether it is other than that
    succeeds  whether it follows the one before from `since` on, which ends; else that is corrected
    """

    row: ContactRow
    unit: str
    position: str
    role: Role
    since: str
    before: str = ""
    changed: bool = True
    succeeds: bool = False


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """A person as they will be, with every place the table gives them."""

    rows: tuple[ContactRow, ...]
    id: str
    new: bool
    name: str
    phone: str
    places: tuple[PlannedPlace, ...]
    chats: tuple[str, ...] = ()
    changed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """An entry as it will be; of a known one `id` is its id, "" for a new one."""

    row: EntryRow
    id: str
    unit: str
    kind: str
    changed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PlannedRating:
    """How a unit will be rated for a year; `changed` where it was rated otherwise."""

    row: RatingRow
    unit: str
    rating: Level
    new: bool
    changed: bool


@dataclass(slots=True)
class Plan:
    """All of it, what it changes in words, and what is wrong. Nothing is written if anything is."""

    kind: Literal["units", "contacts", "entries", "ratings"]
    units: list[PlannedUnit] = field(default_factory=list)
    people: list[PlannedPerson] = field(default_factory=list)
    entries: list[PlannedEntry] = field(default_factory=list)
    ratings: list[PlannedRating] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    by_type: dict[str, int] = field(default_factory=dict)
    untouched: int = 0

    @property
    def good(self) -> bool:
        """Whether it may be carried out."""
        return not any(problem.stops for problem in self.problems)

"""What a table of each kind can hold, and which of its columns holds what."""

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from rules.refused import Refused

Kind: TypeAlias = Literal["units", "contacts", "entries", "ratings"]

# In the order people are shown them.
KEYS: Mapping[Kind, tuple[str, ...]] = {
    "units": ("key", "name", "short", "type", "parent", "place", "members", "staff"),
    "contacts": ("key", "unit", "name", "position", "phone", "role", "telegram", "since"),
    "entries": (
        *("year", "key", "unit", "name", "kind", "address", "field", "content", "state"),
        *("received", "person"),
    ),
    "ratings": ("year", "key", "unit", "rating"),
}
# Of each of these one column has to be there.
_NEEDED: Mapping[Kind, tuple[tuple[str, ...], ...]] = {
    "units": (("name",),),
    "contacts": (("unit", "key"), ("name",)),
    "entries": (("year",), ("unit", "key"), ("name",)),
    "ratings": (("year",), ("unit", "key"), ("rating",)),
}
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table holds what: the heading's index among its rows, a column's by what it holds.

    titles   the headings as they stand there, "" above an empty column
    year     the year a title above the table names, 0 for none: for rows without that column
    doubtful what several columns might hold alike, with these columns; nobody's guess
    """

    kind: Kind
    heading: int
    titles: tuple[str, ...]
    places: tuple[tuple[str, int], ...]
    doubtful: tuple[tuple[str, tuple[int, ...]], ...] = ()
    year: int = 0

    def place(self, key: str) -> int:
        """Return the column that holds this, NOWHERE when none does."""
        return dict(self.places).get(key, NOWHERE)

    def title(self, key: str) -> str:
        """Return the heading over this, "" when no column holds it."""
        place = self.place(key)
        return self.titles[place] if 0 <= place < len(self.titles) else ""

    @property
    def missing(self) -> tuple[str, ...]:
        """What has to be there and is in no column."""
        return tuple(
            keys[0]
            for keys in _NEEDED[self.kind]
            if all(self.place(key) == NOWHERE for key in keys)
            and not (keys == ("year",) and self.year)
        )

    def corrected(self, places: Sequence[tuple[str, int]]) -> "Columns":
        """Return the columns with some put elsewhere, or NOWHERE.

        Refused "import-column" for what this kind does not hold or a column that is not there.
        """
        for key, place in places:
            if key not in KEYS[self.kind] or not NOWHERE <= place < len(self.titles):
                raise Refused("import-column", column=key, place=place + 1)
        taken = {place for _, place in places}
        mine = {key: place for key, place in self.places if place not in taken} | dict(places)
        there = tuple((key, mine[key]) for key in KEYS[self.kind] if mine.get(key, NOWHERE) >= 0)
        given = dict(places)
        doubtful = tuple((key, several) for key, several in self.doubtful if key not in given)
        return dataclasses.replace(self, places=there, doubtful=doubtful)

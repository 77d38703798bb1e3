"""How a table of the desk is looked at, as its address says: what is left out, in which order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from rules.fold import fold

WORDS, SORT, DOWN = "loc", "xep", "giam"
_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class Column(Generic[_Row]):
    """A column: its name in addresses, and what rows are sorted by."""

    name: str
    key: Callable[[_Row], Any]


@dataclass(frozen=True, slots=True)
class View:
    """A way to look: words that must occur, what each choice must be, the column and direction.

    `kept` is what the address says besides.
    """

    words: str
    choices: Mapping[str, str]
    sort: str
    down: bool
    kept: Mapping[str, str]

    def address(self, **changed: str) -> str:
        """Return the query of the same view with something changed, "" when it says nothing."""
        said = {
            **self.kept,
            WORDS: self.words,
            **self.choices,
            SORT: self.sort,
            DOWN: "1" if self.down else "",
            **changed,
        }
        return urlencode({key: value for key, value in said.items() if value})

    def sorted_by(self, name: str) -> str:
        """Return the query of the same view sorted by a column; by the same one, the other way."""
        down = name == self.sort and not self.down
        return self.address(**{SORT: name, DOWN: "1" if down else ""})

    def aria_sort(self, name: str) -> str:
        """Return how a column is sorted, as assistive technology is told."""
        if name != self.sort:
            return "none"
        return "descending" if self.down else "ascending"


def view_of(
    query: Mapping[str, str],
    *,
    choices: Mapping[str, Sequence[str]],
    columns: Sequence[Column[Any]],
    kept: Sequence[str],
) -> View:
    """Return the view an address tells of; what it says that there is not is left out."""
    sort = query.get(SORT, "")
    return View(
        words=" ".join(query.get(WORDS, "").split())[:100],
        choices={
            name: query[name] if query.get(name) in allowed else ""
            for name, allowed in choices.items()
        },
        sort=sort if sort in {column.name for column in columns} else "",
        down=query.get(DOWN) == "1",
        kept={name: query[name] for name in kept if query.get(name)},
    )


def sift(
    rows: Sequence[_Row],
    view: View,
    *,
    text: Callable[[_Row], str],
    columns: Sequence[Column[_Row]],
) -> list[_Row]:
    """Return the rows in which all the words occur, marks or none, in the order of the view."""
    words = fold(view.words).split()
    found = [row for row in rows if all(word in text(row) for word in words)] if words else rows
    for column in columns:
        if column.name == view.sort:
            return sorted(found, key=column.key, reverse=view.down)
    return list(found)

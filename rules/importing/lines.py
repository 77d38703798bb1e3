"""The rows of a table that say something, each with its cells by what they hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rules.clean import clean
from rules.fold import words
from rules.importing.columns import Columns
from rules.importing.problems import Problem, details
from rules.table import Table

_TOTALS = {"tong", "tong cong", "tong so", "cong", "cong tong", "tong cong chung"}
_EXAMPLE = "vi du"
_FEW = 2  # words; a total stands beside little else


@dataclass(slots=True)
class Line:
    """One row: its number in the sheet, its cells by key; what is wrong with it is noted here."""

    number: int
    columns: Columns
    cells: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)

    def said(self, key: str) -> str:
        """Return the cell on one line, "" when there is none."""
        return " ".join(self.cells.get(key, "").split())

    def text(self, key: str) -> str:
        """Return the cell with the line breaks it has, "" when there is none."""
        return self.cells.get(key, "")

    def wrong(self, key: str, reason: str, **more: Any) -> None:
        """Note that the cell of this key cannot be taken, or is odd."""
        value = self.said(key)
        title = self.columns.title(key)
        self.problems.append(Problem(self.number, key, title, reason, value, details(**more)))


def lines(table: Table, columns: Columns) -> Iterator[Line]:
    """Yield the rows below the headings; blank ones, totals and the example are left out."""
    below = columns.heading + 1
    for number, row in zip(table.numbers[below:], table.rows[below:], strict=True):
        if not _is_filling(row):
            cells = {
                key: clean(row[place]) for key, place in columns.places if 0 <= place < len(row)
            }
            if any(cells.values()):
                yield Line(number, columns, cells)


def _is_filling(row: tuple[str, ...]) -> bool:
    filled = [cell for cell in row if cell.strip()]
    said = [" ".join(words(cell)) for cell in filled[:_FEW]]
    # "Tổng cộng" and numbers of columns ("1 2 3 4 5") stand in no list of anything.
    if not said or said[0].startswith(_EXAMPLE) or _TOTALS & set(said):
        return True
    ascending = [str(number) for number, _ in enumerate(filled, 1)]
    return len(filled) > _FEW and [cell.strip("() ") for cell in filled] == ascending

"""What an import would do, to be shown before it is done."""

from dataclasses import dataclass

from rules.importing.columns import Columns, Kind
from rules.importing.problems import Problem
from rules.table import Encoding


@dataclass(frozen=True, slots=True)
class Change:
    """Something known that a row changes: in the sheet's row, of whom, what, from what to what."""

    row: int
    name: str
    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What would become of the register, counted, and everything that is wrong.

    encoding   the old encoding the table is written in, "" for Unicode
    sample     one cell as it stands there and as it would be after conversion, ("", "") if none
    rows       how many rows are read
    untouched  how many are known and not in the table
    by_type    how many rows of each type of unit, role or kind of entry: (label, count)
    first      the first rows as they were read, in the order of the columns
    control    the totals it was checked against, in words, or ""
    """

    kind: Kind
    columns: Columns
    rows: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    untouched: int = 0
    by_type: tuple[tuple[str, int], ...] = ()
    first: tuple[tuple[str, ...], ...] = ()
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    encoding: Encoding = ""
    sample: tuple[str, str] = ("", "")
    control: str = ""

    @property
    def good(self) -> bool:
        """Whether it can be imported as it is."""
        return not any(problem.stops for problem in self.problems)

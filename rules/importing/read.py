"""Reads all rows of a table of one kind, and says everything that is wrong with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from rules.importing.columns import Columns, Kind
from rules.importing.contact_rows import ContactRow, contact_row
from rules.importing.entry_rows import EntryRow, entry_row
from rules.importing.lines import Line, lines
from rules.importing.problems import Problem
from rules.importing.rating_rows import RatingRow, rating_row
from rules.importing.unit_rows import UnitRow, unit_row
from rules.programme import Programme
from rules.refused import Refused
from rules.table import Table

Row: TypeAlias = UnitRow | ContactRow | EntryRow | RatingRow


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows as they are meant, and what is wrong with any of them, in the order of the sheet."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def read_rows(
    kind: Kind, table: Table, columns: Columns, programme: Programme, *, latest: int
) -> Reading:
    """Return what the rows below the headings say; there are no entries of rounds after `latest`.

    Refused "import-missing" when a column that must be there is not, "import-empty" without rows.
    """
    if columns.missing:
        raise Refused("import-missing", columns=",".join(columns.missing))
    rows: list[Row] = []
    problems: list[Problem] = []
    for line in lines(table, columns):
        rows.append(_READERS[kind](line, programme, latest))
        problems += line.problems
    if not rows:
        raise Refused("import-empty")
    return Reading(tuple(rows), tuple(problems))


_READERS: Mapping[Kind, Callable[[Line, Programme, int], Row]] = {
    "units": lambda line, programme, _: unit_row(line, programme),
    "contacts": lambda line, _, __: contact_row(line),
    "entries": lambda line, programme, latest: entry_row(line, programme, latest=latest),
    "ratings": lambda line, _, latest: rating_row(line, latest=latest),
}

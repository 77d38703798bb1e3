"""The cells of a table on their way from a file: kept within limits, then made tidy."""

import re
from dataclasses import dataclass, field
from functools import lru_cache, partial

from rules.clean import clean
from rules.legacy_text import recognise
from rules.mojibake import garbled, mend
from rules.refused import Refused
from rules.table import Table

MOST_ROWS = 20_000
MOST_COLUMNS = 60
MOST_TEXT = 8_000_000  # characters
_SPACES = re.compile(r"[^\S\n]+")
_SOFT_HYPHEN, _KEPT = "\xad", "\ue000"


@dataclass(slots=True)
class Grid:
    """What was read so far: rows that are not empty, with their numbers, as they came."""

    sheet: str = ""
    rows: list[list[str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    size: int = 0


def add_row(grid: Grid, number: int, cells: list[str]) -> None:
    """Keep a row unless it is blank; Refused "table-too-large" beyond what a table may hold."""
    filled = [at for at, cell in enumerate(cells, 1) if cell and not cell.isspace()]
    if not filled:
        return
    row = cells[: filled[-1]]
    grid.size += sum(map(len, row))
    grid.rows.append(row)
    grid.numbers.append(number)
    if len(grid.rows) > MOST_ROWS or len(row) > MOST_COLUMNS or grid.size > MOST_TEXT:
        raise Refused("table-too-large")


def tidy(grid: Grid) -> Table:
    """Return the grid as a table of equally long rows, cells clean, line breaks in them kept.

    Refused "table-empty", or "table-mojibake" with the `row` in which letters were lost first.
    """
    rows = [[mend(cell) for cell in row] for row in grid.rows]
    encoding = recognise({cell for row in rows for cell in row})
    cleaned = partial(_tidy, soft_hyphen=encoding == "tcvn3")  # there it is the letter ư
    tidied = [tuple(map(cleaned, row)) for row in rows]
    for told in (rows, tidied):  # what is unseen may part what tells
        broken = garbled([" ".join(row) for row in told])
        if broken is not None:
            raise Refused("table-mojibake", row=grid.numbers[broken])
    width = max((at for row in tidied for at, cell in enumerate(row, 1) if cell), default=0)
    if not width:
        raise Refused("table-empty")
    kept = [at for at, row in enumerate(tidied) if any(row)]
    return Table(
        sheet=clean(grid.sheet),
        rows=tuple((tidied[at] + ("",) * width)[:width] for at in kept),
        numbers=tuple(grid.numbers[at] for at in kept),
        encoding=encoding,
    )


@lru_cache(maxsize=20_000)
def _tidy(text: str, *, soft_hyphen: bool) -> str:
    if soft_hyphen:
        text = text.replace(_SOFT_HYPHEN, _KEPT)
    whole = _SPACES.sub(" ", clean(text))
    return "\n".join(line.strip() for line in whole.split("\n")).replace(_KEPT, _SOFT_HYPHEN)

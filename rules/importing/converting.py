"""A table in an old encoding, as Unicode."""

from dataclasses import replace

from rules.legacy_text import convert
from rules.table import Table


def converted(table: Table) -> Table:
    """Return the table with all its cells converted from the encoding it is written in."""
    rows = tuple(tuple(convert(cell, table.encoding) for cell in row) for row in table.rows)
    return replace(table, rows=rows, encoding="")


def sample(table: Table) -> tuple[str, str]:
    """Return one cell as it stands and as it would be converted, ("", "") if none would change."""
    if not table.encoding:
        return "", ""
    pairs = ((cell, convert(cell, table.encoding)) for row in table.rows for cell in row)
    changed = [pair for pair in pairs if pair[0] != pair[1]]
    return max(changed, key=lambda pair: len(pair[0]), default=("", ""))

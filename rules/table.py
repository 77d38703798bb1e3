"""A sheet somebody sent, as text: what an import reads."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

MOST_BYTES = 5 * 2**20  # of the file it comes in
ENDINGS = ("xlsx", "xls", "ods", "csv", "tsv")
Encoding: TypeAlias = Literal["", "tcvn3", "vni"]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its rows that are not empty, every cell as text, and where each row stands.

    numbers   the row of the sheet each row was read from, from 1
    encoding  the old encoding its Vietnamese is written in, "" for Unicode
    """

    sheet: str
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    encoding: Encoding = ""

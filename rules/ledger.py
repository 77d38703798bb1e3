"""What a printed table of an office says: titles, figures, columns, rows in groups, totals."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal, TypeAlias

LedgerCell: TypeAlias = str | int | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `group` is the head above its own, shared with those beside it.

    total  "sum" adds its numbers, "marks" counts the rows that have an X in it
    known  the total where adding would count something twice, written as it is
    """

    head: str
    width: int
    group: str = ""
    total: Literal["", "sum", "marks"] = ""
    known: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together; without a `name` they have no line of their own above them."""

    name: str
    rows: tuple[tuple[LedgerCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts; `share` is its part of the whole, of 1, where it has one."""

    label: str
    number: int
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """One sheet, as it is printed on A4 across; `total` is the label of the last row, "" for none.

    The first title is the heading; `at` is the local moment of the figures; in the footer stand
    `{page}` and `{pages}`.
    """

    name: str
    titles: tuple[str, ...]
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    footer: str
    at_label: str = ""
    at: dt.datetime | None = None
    total: str = ""
    figures: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()

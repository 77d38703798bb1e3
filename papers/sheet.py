"""One sheet of a workbook to be written, and how a list of them travels to the child process."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

Cell: TypeAlias = str | int | float | dt.date | dt.datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of an office: a head that stays, rows, printed on A4.

    rows    times are local; what zone they carry is not written
    widths  of the columns in characters, () to fit them to what they hold
    faint   how many of the first rows are grey, because they are only examples
    """

    name: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()
    landscape: bool = True
    faint: int = 0


def pack(sheets: Sequence[Sheet]) -> bytes:
    """Return the sheets as JSON."""
    return json.dumps([asdict(sheet) for sheet in sheets], default=_packed).encode()


def unpack(data: bytes) -> list[Sheet]:
    """Return the sheets that `pack` packed."""
    return [_sheet(**fields) for fields in json.loads(data)]


def _packed(cell: dt.date) -> dict[str, str]:
    return {"time" if isinstance(cell, dt.datetime) else "day": cell.isoformat()}


def _sheet(**fields: Any) -> Sheet:
    rows = tuple(tuple(map(_cell, row)) for row in fields.pop("rows"))
    head, widths = (tuple(fields.pop(name)) for name in ("head", "widths"))
    return Sheet(head=head, rows=rows, widths=widths, **fields)


def _cell(packed: Any) -> Cell:
    match packed:
        case {"time": iso}:
            return dt.datetime.fromisoformat(iso)
        case {"day": iso}:
            return dt.date.fromisoformat(iso)
    cell: Cell = packed
    return cell

"""Finds the table among the sheets of a workbook."""

import datetime as dt
import io
from typing import TypeAlias

import python_calamine

from papers.cells import Grid, add_row
from rules.refused import Refused

_Value: TypeAlias = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
_KINDS = python_calamine.SheetTypeEnum
_MACROS = [_KINDS.MacroSheet, _KINDS.Vba]
_VISIBLE = python_calamine.SheetVisibleEnum.Visible
_PAIR = 2


def largest_sheet(data: bytes) -> Grid:
    """Return the sheet that holds most; one of two columns (keys, explanations) only alone.

    Sheets that are hidden are not read. Refused "table-macros", "table-broken", "table-too-large".
    """
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
    except python_calamine.CalamineError:
        raise Refused("table-broken") from None
    return max(_grids(book), key=_weight, default=Grid())


def _grids(book: python_calamine.CalamineWorkbook) -> list[Grid]:
    if any(sheet.typ in _MACROS for sheet in book.sheets_metadata):
        raise Refused("table-macros")
    return [
        _grid(book.get_sheet_by_name(sheet.name))
        for sheet in book.sheets_metadata
        if sheet.typ == _KINDS.WorkSheet and sheet.visible == _VISIBLE
    ]


def _grid(sheet: python_calamine.CalamineSheet) -> Grid:
    grid = Grid(sheet=sheet.name)
    for number, row in enumerate(sheet.iter_rows(), 1):
        add_row(grid, number, [_text(value) for value in row])
    _repeat_merged(grid, sheet)
    return grid


def _repeat_merged(grid: Grid, sheet: python_calamine.CalamineSheet) -> None:
    """Put a cell that spans several rows into each of them: the unit of all its contacts."""
    rows = dict(zip(grid.numbers, grid.rows, strict=True))
    _, first = sheet.start or (0, 0)
    end = max(rows, default=0) + 1
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        at = left - first
        text = "".join(rows.get(top + 1, [])[at : at + 1])
        for number in range(top + 2, min(bottom + 2, end)) if text else ():
            if number in rows:
                row = rows[number]
                row.extend([""] * (at + 1 - len(row)))
                row[at] = text


def _weight(grid: Grid) -> tuple[bool, int]:
    filled = [sum(map(bool, row)) for row in grid.rows]
    return max(filled, default=0) > _PAIR, sum(filled)


def _text(value: _Value) -> str:
    match value:
        case bool():
            return str(value).upper()
        case float() if value == int(value):
            return str(int(value))
        case float():
            return f"{value:.15g}"
        case dt.datetime():
            return f"{value:%Y-%m-%d %H:%M:%S}".removesuffix(":00").removesuffix(" 00:00")
        case dt.timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"
    return str(value)

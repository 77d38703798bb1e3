"""Writes Excel files in which nothing that people typed is ever a formula or a link.

Run as `python -m papers.workbook` it is the child process that writes what `papers.sheet` packed.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from papers.limits import limit_this_process
from papers.sheet import Cell, Sheet, unpack
from papers.values import in_a_cell, value_of

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Sheet", "write_workbook"]

NARROWEST, WIDEST = 6, 45
A4 = 9
_NEVER = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LOOK = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "border": 1}
_LOOKS: dict[str, dict[str, Any]] = {
    "head": {"bold": True, "align": "center", "text_wrap": True, "bg_color": "#E7E6E6"},
    "text": {"text_wrap": True, "num_format": "@"},
    "long": {"text_wrap": True},
    "doubtful": {"text_wrap": True, "quote_prefix": True},
    "number": {},  # separators would turn the year 2024 into 2.024
    "day": {"num_format": "dd/mm/yyyy", "align": "center"},
    "time": {"num_format": "dd/mm/yyyy hh:mm", "align": "center"},
}
_FAINT = {"italic": True, "font_color": "#808080"}


def write_workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return an Excel file of the sheets, in order; names of sheets are made to fit Excel.

    Text stays text, also when it begins like a formula; above 32,767 UTF-16 units it is cut.
    """
    import xlsxwriter  # noqa: PLC0415 - limits come first, and the bot imports this module

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True} | _NEVER)
    looks = {
        (name, faint): book.add_format(_LOOK | look | (_FAINT if faint else {}))
        for name, look in _LOOKS.items()
        for faint in (False, True)
    }
    for name, sheet in zip(_names(sheets), sheets, strict=True):
        _Page(book.add_worksheet(name), sheet, looks).write()
    book.close()
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Page:
    page: Any
    sheet: Sheet
    looks: dict[tuple[str, bool], Any]

    def write(self) -> None:
        self._prepare()
        for column, words in enumerate(self.sheet.head):
            self.page.write_string(0, column, in_a_cell(words), self.looks["head", False])
        for row, cells in enumerate(self.sheet.rows):
            for column, cell in enumerate(cells):
                self._put(row + 1, column, cell)

    def _put(self, row: int, column: int, cell: Cell) -> None:
        kind, written = value_of(cell)
        look = self.looks[kind, row <= self.sheet.faint]
        if isinstance(written, str):
            self.page.write_string(row, column, written, look)
        elif isinstance(written, dt.date):
            self.page.write_datetime(row, column, written, look)
        else:
            self.page.write_number(row, column, written, look)

    def _prepare(self) -> None:
        """Set how it prints, and how columns look where somebody will type."""
        self.page.set_paper(A4)
        if self.sheet.landscape:
            self.page.set_landscape()
        self.page.fit_to_pages(1, 0)
        self.page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        self.page.set_footer("&R&P/&N")
        self.page.repeat_rows(0)
        self.page.freeze_panes(1, 0)
        self.page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for column, width in enumerate(self.sheet.widths or _fitting(self.sheet)):
            self.page.set_column(column, column, width, self._column_look(column))

    def _column_look(self, column: int) -> Any:
        # Otherwise Excel eats the first 0 of a telephone number typed below.
        cells = [row[column] for row in self.sheet.rows if column < len(row)]
        texts = all(isinstance(cell, str) for cell in cells)
        return self.looks["text", False] if texts else None


def _fitting(sheet: Sheet) -> list[int]:
    columns = max([len(sheet.head), *map(len, sheet.rows)])
    widths = [NARROWEST] * columns
    for row in (sheet.head, *sheet.rows):
        for column, cell in enumerate(row):
            widths[column] = max(widths[column], min(_length(cell) + 3, WIDEST))
    return widths


def _length(cell: Cell) -> int:
    if isinstance(cell, dt.date):
        return len("31/12/2026 23:59") if isinstance(cell, dt.datetime) else len("31/12/2026")
    return max(map(len, str(cell or "").split("\n")))


def _names(sheets: Sequence[Sheet]) -> list[str]:
    """Return a name for each sheet that Excel takes: short, plain and its own."""
    names: list[str] = []
    for number, sheet in enumerate(sheets, 1):
        plain = re.sub(r"[\[\]:*?/\\]", " ", in_a_cell(sheet.name)).strip(" '\n\t")[:28].strip(" '")
        taken = {name.casefold() for name in names} | {"history", ""}
        names.append(f"{plain} {number}".strip() if plain.casefold() in taken else plain)
    return names


def main() -> None:
    """Write the sheets packed on stdin as an Excel file to stdout."""
    limit_this_process()
    sys.stdout.buffer.write(write_workbook(unpack(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()

"""Writes Excel files in which nothing that people typed is ever a formula or a link.

Run as `python -m papers.workbook` it is the child process that writes what `papers.sheet` packed.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from papers.limits import limit_this_process
from papers.sheet import Cell, Sheet, unpack

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Sheet", "write_workbook"]

LONGEST = 32_767  # UTF-16 units in one cell
MOST_DIGITS = 15  # Excel rounds numbers that are longer
NARROWEST, WIDEST = 6, 45
MOST_SHOWN = 255  # characters; older Excel shows #### for longer ones in cells made for text
A4 = 9
FIRST_YEAR = 1900
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
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


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
            self.page.write_string(0, column, _writable(words), self.looks["head", False])
        for row, cells in enumerate(self.sheet.rows):
            for column, cell in enumerate(cells):
                self._put(row + 1, column, cell)

    def _put(self, row: int, column: int, cell: Cell) -> None:
        kind, written = _shown(cell)
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


def _shown(cell: Cell) -> tuple[str, str | float | dt.date]:
    if isinstance(cell, dt.date) and cell.year < FIRST_YEAR:
        cell = f"{cell:%d/%m/}{cell.year:04}"
    if isinstance(cell, int | float) and len(str(cell).lstrip("-")) > MOST_DIGITS:
        cell = str(cell)
    if isinstance(cell, dt.datetime):
        return "time", cell.replace(tzinfo=None)
    if isinstance(cell, dt.date):
        return "day", cell
    if isinstance(cell, int | float):
        return "number", cell
    text = _writable(cell or "")
    if _looks_like_a_formula(text):
        return "doubtful", text
    return "text" if len(text) <= MOST_SHOWN else "long", text


def _looks_like_a_formula(text: str) -> bool:
    seen = unicodedata.normalize("NFKC", text).strip(" ")
    return seen.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def _writable(text: str) -> str:
    whole = _UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    units = whole.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return whole
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"


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
        plain = re.sub(r"[\[\]:*?/\\]", " ", _writable(sheet.name)).strip(" '\n\t")[:28].strip(" '")
        taken = {name.casefold() for name in names} | {"history", ""}
        names.append(f"{plain} {number}".strip() if plain.casefold() in taken else plain)
    return names


def main() -> None:
    """Write the sheets packed on stdin as an Excel file to stdout."""
    limit_this_process()
    sys.stdout.buffer.write(write_workbook(unpack(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()

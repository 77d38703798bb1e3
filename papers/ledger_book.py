"""Writes the office's printed tables as an Excel file: titles, figures, a head that stays, totals.

Run as `python -m papers.ledger_book` it is the child process that writes what it reads as JSON.
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from papers.ledger_looks import LOOKS, TEXT
from papers.ledger_packed import ledgers_of
from papers.limits import limit_this_process
from papers.values import in_a_cell, value_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.ledger import Group, Ledger, LedgerCell

    _Rows: TypeAlias = Sequence[tuple[LedgerCell, ...]]

A4 = 9
MARK = "X"
LABEL_COLUMNS = 3  # that the label of a figure covers
LINE_POINTS, HIGHEST = 16, 409  # of a row, in points; no program shows a higher one
WRAPPED = 0.9  # of a line is filled, because words are not broken
_NEVER = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_ledgers(ledgers: Sequence[Ledger]) -> bytes:
    """Return an Excel file with a sheet for each; totals are formulas that know their result."""
    import xlsxwriter  # noqa: PLC0415 - limits come first, and the bot imports this module

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True} | _NEVER)
    looks = {name: book.add_format({**TEXT, **look}) for name, look in LOOKS.items()}
    for ledger in ledgers:
        _Page(book.add_worksheet(ledger.name), ledger, looks).write()
    book.close()
    return out.getvalue()


@dataclass(slots=True)
class _Page:
    page: Any
    ledger: Ledger
    looks: dict[str, Any]
    row: int = 0

    def write(self) -> None:
        """Write everything from the top down."""
        self._widen()
        for number, title in enumerate(self.ledger.titles):
            self._across(title, "subtitle" if number else "title")
        self.row += 1
        self._figures()
        head = self.row
        self._head()
        first = self.row
        for group in self.ledger.groups:
            self._group(group)
        if self.ledger.total:
            rows = tuple(row for group in self.ledger.groups for row in group.rows)
            self._totals(self.ledger.total, rows, first, "total", end=self.row)
            self.row += 1
        for note in self.ledger.notes:
            self._across(note, "note")
        self._print(head)

    def _across(self, words: str, look: str) -> None:
        """Write a line over the whole width, as high as it needs."""
        last = len(self.ledger.columns) - 1
        width = sum(column.width for column in self.ledger.columns)
        self.page.merge_range(self.row, 0, self.row, last, "", self.looks[look])
        self.page.write_string(self.row, 0, in_a_cell(words), self.looks[look])
        scale = 1.6 if look == "title" else 1.2
        self.page.set_row(self.row, _height(scale * _lines(words, int(width / scale))))
        self.row += 1

    def _figures(self) -> None:
        if self.ledger.at is not None:
            self._label(self.ledger.at_label)
            value, last = self.ledger.at.replace(tzinfo=None), LABEL_COLUMNS + 1
            self.page.merge_range(self.row, LABEL_COLUMNS, self.row, last, "", self.looks["time"])
            self.page.write_datetime(self.row, LABEL_COLUMNS, value, self.looks["time"])
            self.row += 1
        for figure in self.ledger.figures:
            self._label(figure.label)
            self.page.write_number(self.row, LABEL_COLUMNS, figure.number, self.looks["number"])
            share, at = figure.share, LABEL_COLUMNS + 1
            if share is None:
                self.page.write_blank(self.row, at, None, self.looks["share"])
            else:
                self.page.write_number(self.row, at, share, self.looks["share"])
            self.row += 1
        self.row += bool(self.ledger.figures)

    def _label(self, words: str) -> None:
        look = self.looks["label"]
        self.page.merge_range(self.row, 0, self.row, LABEL_COLUMNS - 1, "", look)
        self.page.write_string(self.row, 0, in_a_cell(words), look)
        width = sum(column.width for column in self.ledger.columns[:LABEL_COLUMNS])
        self.page.set_row(self.row, _height(_lines(words, width)))

    def _head(self) -> None:
        """Write the head in two rows; a column without a group has both."""
        columns = self.ledger.columns
        for at, column in enumerate(columns):
            if not column.group:
                self._merged_head(self.row, at, self.row + 1, at, column.head)
                continue
            self.page.write_string(self.row + 1, at, in_a_cell(column.head), self.looks["head"])
            if at == 0 or columns[at - 1].group != column.group:
                end = at
                while end + 1 < len(columns) and columns[end + 1].group == column.group:
                    end += 1
                self._merged_head(self.row, at, self.row, end, column.group)
        deepest = max(_lines(column.head, column.width) for column in columns)
        self.page.set_row(self.row + 1, _height(deepest))
        self.row += 2

    def _merged_head(self, row: int, at: int, to_row: int, to: int, words: str) -> None:
        if (row, at) != (to_row, to):
            self.page.merge_range(row, at, to_row, to, "", self.looks["head"])
        self.page.write_string(row, at, in_a_cell(words), self.looks["head"])

    def _group(self, group: Group) -> None:
        if group.name:
            self._totals(group.name, group.rows, self.row + 1, "group")
            self.row += 1
        for cells in group.rows:
            for at, cell in enumerate(cells):
                self._put(at, cell)
            columns = zip(cells, self.ledger.columns, strict=True)
            deepest = max(_lines(str(cell), column.width) for cell, column in columns)
            self.page.set_row(self.row, _height(deepest))
            self.row += 1

    def _put(self, at: int, cell: LedgerCell) -> None:
        kind, value = value_of(cell)
        if self.ledger.columns[at].total == "marks":
            kind = "mark"  # type: ignore[assignment] # a look of its own
        if isinstance(value, str):
            self.page.write_string(self.row, at, value, self.looks[kind])
        else:
            self.page.write_number(self.row, at, value, self.looks[kind])

    def _totals(self, words: str, rows: _Rows, first: int, look: str, end: int = 0) -> None:
        """Write a row that adds up rows, which stand from `first` up to before `end`."""
        columns = self.ledger.columns
        counted = [at for at, column in enumerate(columns) if column.total]
        label = counted[0] if counted else len(columns)
        for at in range(len(columns)):
            self.page.write_blank(self.row, at, None, self.looks[look])
        if label > 1:
            self.page.merge_range(self.row, 0, self.row, label - 1, "", self.looks[look])
        self.page.write_string(self.row, 0, in_a_cell(words), self.looks[look])
        width = sum(column.width for column in columns[:label])
        self.page.set_row(self.row, _height(_lines(words, width)))
        for at in counted:
            told = [row[at] for row in rows]
            self._total(at, told, range(first, end or first + len(rows)), look)

    def _total(self, at: int, told: list[LedgerCell], rows: range, look: str) -> None:
        from xlsxwriter.utility import xl_range  # noqa: PLC0415 - limits come first

        column, format_ = self.ledger.columns[at], self.looks[f"{look}-number"]
        if column.known is not None and look == "total":
            self.page.write_number(self.row, at, column.known, format_)
            return
        cells = xl_range(rows.start, at, max(rows.start, rows.stop - 1), at)
        sums = column.total == "sum"
        # A sum over groups must not add what their own lines have added already.
        formula = f"=SUBTOTAL(9,{cells})" if sums else f'=COUNTIF({cells},"{MARK}")'
        result = sum(n for n in told if isinstance(n, int)) if sums else told.count(MARK)
        self.page.write_formula(self.row, at, formula, format_, result)

    def _widen(self) -> None:
        for at, column in enumerate(self.ledger.columns):
            self.page.set_column(at, at, column.width)

    def _print(self, head: int) -> None:
        """Set how it prints; the head stays in sight where nothing long stands above it."""
        self.page.set_paper(A4)
        self.page.set_landscape()
        self.page.fit_to_pages(1, 0)
        self.page.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        self.page.set_footer("&C" + self.ledger.footer.format(page="&P", pages="&N"))
        self.page.repeat_rows(head, head + 1)
        self.page.print_area(0, 0, max(self.row - 1, head + 1), len(self.ledger.columns) - 1)
        self.page.freeze_panes(0 if self.ledger.figures else head + 2, 2)
        self.page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _lines(words: str, width: int) -> int:
    """Return how many lines words take in a column of so many characters."""
    wrapped = WRAPPED * max(1, width)
    return sum(1 + int(len(line) // wrapped) for line in words.split("\n"))


def _height(lines: float) -> float:
    return min(LINE_POINTS * lines, HIGHEST)


def main() -> None:
    """Write the ledgers that stdin describes to stdout."""
    limit_this_process()
    sys.stdout.buffer.write(write_ledgers(ledgers_of(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()

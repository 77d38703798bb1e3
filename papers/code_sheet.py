"""The sheet of invitations as an Excel file: a row each, with the code, its address and its QR.

Run as `python -m papers.code_sheet` it is the child process that writes what it reads as JSON.
"""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

from papers.limits import limit_this_process
from papers.qr import qr_picture

if TYPE_CHECKING:
    from collections.abc import Sequence

A4 = 9
WIDTHS = (5, 26, 19, 17, 14, 15, 22, 12, 56, 17)  # of the columns, in characters
CODE, ADDRESS, UNTIL = 4, 5, 6  # where they stand in a row
PICTURE = len(WIDTHS) - 1  # the column; before the words of a row comes its number
LINE_POINTS, PICTURE_POINTS = 15, 92
QR_PIXELS, MARGIN_PIXELS = 108, 7
_TEXT = {"font_name": "Times New Roman", "font_size": 11, "valign": "top", "border": 1}
_LOOKS: dict[str, dict[str, Any]] = {
    "head": {"bold": True, "align": "center", "text_wrap": True, "bg_color": "#E7E6E6"},
    "text": {"text_wrap": True, "num_format": "@"},
    "code": {"bold": True, "font_size": 12, "font_name": "Courier New", "num_format": "@"},
}


def write_code_sheet(name: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """Return an Excel file; a row is what stands under the head but its number and its picture.

    Its sixth word is the address, which the picture is of. Text is never a formula or a link.
    """
    import xlsxwriter  # noqa: PLC0415 - limits come first

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    looks = {look: book.add_format(_TEXT | more) for look, more in _LOOKS.items()}
    page = book.add_worksheet(name)
    _lay_out(page)
    for column, words in enumerate(head):
        page.write_string(0, column, words, looks["head"])
    for number, row in enumerate(rows, 1):
        _write_row(page, number, row, looks)
    book.close()
    return out.getvalue()


def _lay_out(page: Any) -> None:
    page.set_paper(A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    page.set_footer("&R&P/&N")
    page.repeat_rows(0)
    page.freeze_panes(1, 0)
    page.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    for column, width in enumerate(WIDTHS):
        page.set_column(column, column, width)


def _write_row(page: Any, number: int, row: Sequence[str], looks: dict[str, Any]) -> None:
    page.set_row(number, max(PICTURE_POINTS, *map(_points, row, WIDTHS[1:])))
    page.write_number(number, 0, number, looks["text"])
    for column, words in enumerate(row):
        page.write_string(number, column + 1, words, looks["code" if column == CODE else "text"])
    page.write_blank(number, PICTURE, None, looks["text"])
    _put_picture(page, number, row[ADDRESS])


def _points(words: str, width: int) -> int:
    """Return how high a cell must be, so that all of its words are seen."""
    return LINE_POINTS * sum(1 + len(line) // width for line in words.split("\n"))


def _put_picture(page: Any, row: int, address: str) -> None:
    picture = qr_picture(address)
    scale = QR_PIXELS / int.from_bytes(picture[16:20])  # where a PNG says its width
    options = {
        "image_data": io.BytesIO(picture),
        "object_position": 1,
        "x_offset": MARGIN_PIXELS,
        "y_offset": MARGIN_PIXELS,
        "x_scale": scale,
        "y_scale": scale,
        "description": address,
    }
    page.insert_image(row, PICTURE, f"{row}.png", options)


def main() -> None:
    """Write the sheet that stdin describes to stdout."""
    limit_this_process()
    told = json.loads(sys.stdin.buffer.read())
    sys.stdout.buffer.write(write_code_sheet(told["name"], told["head"], told["rows"]))


if __name__ == "__main__":
    main()

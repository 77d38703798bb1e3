"""Slips of paper to cut, eight on a page, as a Word file made from the sheet of invitations.

Run as `python -m papers.code_slips` it is the child process that writes them: a line of JSON and
the Excel file on stdin, the Word file on stdout. So both always say the same codes.
"""

from __future__ import annotations

import io
import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from papers.code_sheet import ADDRESS, CODE, UNTIL
from papers.limits import limit_this_process
from papers.qr import qr_picture

if TYPE_CHECKING:
    from collections.abc import Sequence

ROWS, ACROSS = 4, 2  # of slips on a page
PAGE_MM, MARGIN_MM = (210, 297), 8
TEXT_MM, PICTURE_MM, HIGH_MM, QR_MM = 63, 34, 69, 29
LONG = 80  # characters of a unit's name that are still set large
FONT, CODE_FONT = "Times New Roman", "Courier New"


class Slip(NamedTuple):
    """What stands on a slip; `name` "" where it is for all members of the unit."""

    unit: str
    name: str
    code: str
    address: str
    until: str


def slips_of(sheet: bytes) -> list[Slip]:
    """Return the slips of a sheet that `papers.code_sheet` wrote."""
    import python_calamine  # noqa: PLC0415 - limits come first

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(sheet))
    rows = [[str(cell) for cell in row[1:]] for row in book.get_sheet_by_index(0).to_python()[1:]]
    return [Slip(row[0], row[1], row[CODE], row[ADDRESS], row[UNTIL]) for row in rows]


def write_code_slips(slips: Sequence[Slip], *, everybody: str, how: Sequence[str]) -> bytes:
    """Return a Word file; `everybody` stands for a name, `how` are the lines that say what to do.

    In them `{day}` is the slip's last day. A long name is set smaller and wrapped, never cut.
    """
    import docx  # noqa: PLC0415 - limits come first

    document = docx.Document()
    _lay_out(document)
    table = document.add_table(rows=0, cols=2 * ACROSS)
    table.autofit = False
    for start in range(0, len(slips), ACROSS):
        cells = _add_row(table)
        for place, slip in enumerate(slips[start : start + ACROSS]):
            pair = cells[2 * place : 2 * place + 2]
            _Cells(start + place + 1, *pair).write(slip, everybody, how)
    _end(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Cells:
    """The two cells of a slip, and its number in the file, from 1."""

    number: int
    text: Any
    picture: Any

    def write(self, slip: Slip, everybody: str, how: Sequence[str]) -> None:
        from docx.shared import Pt  # noqa: PLC0415 - limits come first

        _frame(self.text, "top", "bottom", "left")
        _frame(self.picture, "top", "bottom", "right")
        for cell in (self.text, self.picture):
            cell.paragraphs[0].paragraph_format.space_before = Pt(6)
        _say(self.text.paragraphs[0], slip.unit, 9 if len(slip.unit) > LONG else 12, bold=True)
        _say(self.text.add_paragraph(), slip.name or everybody, 11)
        _say(self.text.add_paragraph(), slip.code, 19, bold=True, font=CODE_FONT)
        for line in how:
            _say(self.text.add_paragraph(), line.replace("{day}", slip.until), 9)
        _put_picture(self.picture.paragraphs[0].add_run(), qr_picture(slip.address), self.number)
        _say(self.picture.add_paragraph(), slip.address, 7)


def _put_picture(run: Any, picture: bytes, number: int) -> None:
    """Put a picture into a run; the library's own way takes longer the more pictures there are."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE  # noqa: PLC0415 - limits first
    from docx.opc.packuri import PackURI  # noqa: PLC0415 - the same
    from docx.oxml.shape import CT_Inline  # noqa: PLC0415 - the same
    from docx.parts.image import ImagePart  # noqa: PLC0415 - the same
    from docx.shared import Mm  # noqa: PLC0415 - the same

    name = f"{number}.png"
    image = ImagePart(PackURI(f"/word/media/{name}"), CONTENT_TYPE.PNG, picture)
    relation = run.part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)
    run._r.add_drawing(  # noqa: SLF001 - it has no name of its own
        CT_Inline.new_pic_inline(number, relation, name, Mm(QR_MM), Mm(QR_MM))
    )


def _say(paragraph: Any, words: str, size: int, *, bold: bool = False, font: str = FONT) -> None:
    from docx.shared import Pt  # noqa: PLC0415 - limits come first

    paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(words)
    run.font.size, run.font.name, run.bold = Pt(size), font, bold


def _lay_out(document: Any) -> None:
    from docx.shared import Mm  # noqa: PLC0415 - limits come first

    (page,) = document.sections
    page.page_width, page.page_height = map(Mm, PAGE_MM)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN_MM)
    page.header_distance = page.footer_distance = Mm(0)


def _add_row(table: Any) -> Any:
    from docx.enum.table import WD_ROW_HEIGHT_RULE  # noqa: PLC0415 - limits come first
    from docx.oxml import OxmlElement  # noqa: PLC0415 - the same
    from docx.shared import Mm  # noqa: PLC0415 - the same

    row = table.add_row()
    row.height, row.height_rule = Mm(HIGH_MM), WD_ROW_HEIGHT_RULE.AT_LEAST
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - it has no name of its own
    for place, cell in enumerate(row.cells):
        cell.width = Mm(PICTURE_MM if place % 2 else TEXT_MM)
    return row.cells


def _frame(cell: Any, *sides: str) -> None:
    """Draw dashed lines to cut along."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - limits come first
    from docx.oxml.ns import qn  # noqa: PLC0415 - the same

    borders = OxmlElement("w:tcBorders")
    for side in (side for side in ("top", "left", "bottom", "right") if side in sides):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "dashed"), ("sz", "6"), ("space", "0"), ("color", "808080")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001 - it has no name of its own


def _end(document: Any) -> None:
    """Make the line that Word wants behind a table too small to begin a page."""
    from docx.shared import Pt  # noqa: PLC0415 - limits come first

    last = document.add_paragraph()
    last.paragraph_format.space_after = last.paragraph_format.space_before = Pt(0)
    last.paragraph_format.line_spacing = Pt(1)


def main() -> None:
    """Write the slips of the sheet on stdin to stdout."""
    limit_this_process()
    told = json.loads(sys.stdin.buffer.readline())
    slips = slips_of(sys.stdin.buffer.read())
    sys.stdout.buffer.write(write_code_slips(slips, **told))


if __name__ == "__main__":
    main()

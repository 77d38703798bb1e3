"""Writes a document in the layout of the Party as a Word file.

Run as `python -m papers.letter_document` it is the child process that writes what it reads as JSON.
"""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

from papers.letter_marks import frame_nothing, number_pages, repeat_head, set_font
from papers.limits import limit_this_process
from papers.values import writable
from rules.letter import Block, Grid, Letter

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE_MM = (210, 297)
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 15  # margins in millimetres
HEAD_MM = (68, 97)  # the two columns of head and signatures
LARGE, SIZE, SMALL, SMALLER, LINE_MM = 16, 14, 13, 11, 10
SIGN_LINES = 4  # room to sign
RULE = "-----"


def write_letter(letter: Letter) -> bytes:
    """Return a Word file; long words are wrapped, nothing is cut."""
    import docx  # noqa: PLC0415 - limits come first

    document = docx.Document()
    _lay_out(document)
    _head(document, letter)
    for title, size in zip(letter.titles, (LARGE, *[SIZE] * len(letter.titles)), strict=False):
        _say(document.add_paragraph(), title, size=size, bold=True, where="center")
    _say(document.add_paragraph(), RULE, where="center")
    for block in letter.blocks:
        _block(document, block)
    _signatures(document, letter)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _lay_out(document: Any) -> None:
    from docx.shared import Mm, Pt  # noqa: PLC0415 - limits come first

    (page,) = document.sections
    page.page_width, page.page_height = map(Mm, PAGE_MM)
    page.top_margin, page.bottom_margin = Mm(TOP), Mm(BOTTOM)
    page.left_margin, page.right_margin = Mm(LEFT), Mm(RIGHT)
    set_font(document.styles["Normal"], "Times New Roman", SIZE)
    document.styles["Normal"].paragraph_format.space_after = Pt(0)
    number_pages(page)


def _head(document: Any, letter: Letter) -> None:
    left, right = _pair(document)
    lines = [(letter.above, False)] if letter.above else []
    for words, bold in (*lines, (letter.issuer, True), ("*", False)):
        _say(_next(left), words, bold=bold, where="center")
    _say(_next(right), letter.party, size=15, bold=True, underline=True, where="center")
    _say(_next(right), letter.place_day, italic=True, where="center")
    document.add_paragraph()


def _block(document: Any, block: Block) -> None:
    from docx.shared import Mm, Pt  # noqa: PLC0415 - limits come first

    if block.words:
        paragraph = document.add_paragraph()
        _say(paragraph, block.words, bold=block.heading, where="" if block.heading else "justify")
        paragraph.paragraph_format.first_line_indent = Mm(LINE_MM)
        paragraph.paragraph_format.space_after = Pt(6)
        paragraph.paragraph_format.keep_with_next = block.heading or block.grid is not None
    if block.grid is not None:
        _grid(document, block.grid)


def _grid(document: Any, grid: Grid) -> None:
    from docx.enum.table import WD_ROW_HEIGHT_RULE  # noqa: PLC0415 - limits come first
    from docx.shared import Mm  # noqa: PLC0415 - the same

    table = document.add_table(rows=0, cols=len(grid.widths), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, grid.widths, strict=True):
        column.width = Mm(width)
    if grid.head:
        row = table.add_row()
        repeat_head(row)
        _fill(row, grid, grid.head, head=True)
    high = dict(grid.high)
    for place, words in enumerate(grid.rows):
        row = table.add_row()
        _fill(row, grid, words)
        if place in high:
            row.height, row.height_rule = Mm(high[place]), WD_ROW_HEIGHT_RULE.AT_LEAST
    document.add_paragraph()


def _fill(row: Any, grid: Grid, words: Sequence[str], *, head: bool = False) -> None:
    from docx.shared import Mm  # noqa: PLC0415 - limits come first

    size = SMALLER if grid.small else SMALL
    for place, (cell, width, told) in enumerate(zip(row.cells, grid.widths, words, strict=True)):
        cell.width = Mm(width)
        centred = head or place in grid.numbers
        bold = head or (not grid.head and not place)
        _say(cell.paragraphs[0], told, size=size, bold=bold, where="center" if centred else "")


def _signatures(document: Any, letter: Letter) -> None:
    for cell, who in zip(_pair(document), letter.signers, strict=True):
        _say(_next(cell), who, bold=True, where="center", together=True)
        _say(
            _next(cell),
            letter.sign if who else "",
            size=SMALL,
            italic=True,
            where="center",
            together=True,
        )
        for _ in range(SIGN_LINES):
            _say(_next(cell), "", where="center", together=True)


def _pair(document: Any) -> Any:
    """Return the two cells of a table nobody sees."""
    from docx.shared import Mm  # noqa: PLC0415 - limits come first

    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    frame_nothing(table)
    for column, cell, width in zip(table.columns, table.rows[0].cells, HEAD_MM, strict=True):
        column.width = cell.width = Mm(width)
    return table.rows[0].cells


def _next(cell: Any) -> Any:
    """Return the first paragraph of a cell while it is empty, then new ones."""
    first = cell.paragraphs[0]
    return cell.add_paragraph() if first.runs else first


def _say(
    paragraph: Any, words: str, *, size: int = SIZE, bold: bool = False, italic: bool = False,
    underline: bool = False, where: str = "", together: bool = False,
) -> None:  # fmt: skip
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - limits come first
    from docx.shared import Pt  # noqa: PLC0415 - the same

    run = paragraph.add_run(writable(words))
    run.font.size, run.bold, run.italic, run.underline = Pt(size), bold, italic, underline
    paragraph.paragraph_format.keep_with_next = together
    if where:
        paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, where.upper())


def letter_of(data: bytes) -> Letter:
    """Return the document told as JSON: its fields by name."""
    told = json.loads(data)
    told |= {name: tuple(told[name]) for name in ("titles", "signers")}
    return Letter(**{**told, "blocks": tuple(_block_of(**block) for block in told["blocks"])})


def _block_of(*, words: str, heading: bool, grid: dict[str, Any] | None) -> Block:
    if grid is None:
        return Block(words, heading)
    small = grid.pop("small", False)
    lists = {name: tuple(told) for name, told in grid.items()}
    pairs = {name: tuple(map(tuple, lists[name])) for name in ("rows", "high")}
    return Block(words, heading, Grid(**{**lists, **pairs}, small=small))


def main() -> None:
    """Write the document that stdin describes to stdout."""
    limit_this_process()
    sys.stdout.buffer.write(write_letter(letter_of(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()

"""What Word can do and its library has no name for: page fields, heads that repeat, no frames."""

from __future__ import annotations

from typing import Any

PAGE_SIZE = 13


def number_pages(section: Any) -> None:
    """Give pages their number in the middle of their upper edge, from the second on."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - limits come first
    from docx.oxml import OxmlElement  # noqa: PLC0415 - the same
    from docx.oxml.ns import qn  # noqa: PLC0415 - the same
    from docx.shared import Pt  # noqa: PLC0415 - the same

    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    run.font.size = Pt(PAGE_SIZE)
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = words
        run._r.append(element)  # noqa: SLF001 - it has no name of its own


def repeat_head(row: Any) -> None:
    """Let a row of a table stand on each page the table goes on to."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - limits come first

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - the same


def frame_nothing(table: Any) -> None:
    """Take away every line of a table."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - limits come first
    from docx.oxml.ns import qn  # noqa: PLC0415 - the same

    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        line.set(qn("w:val"), "nil")
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001 - the same


def set_font(style: Any, name: str, size: int) -> None:
    """Give a style one font for every script, so that no letter falls back to another."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - limits come first
    from docx.shared import Pt  # noqa: PLC0415 - the same

    style.font.name, style.font.size = name, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), name)

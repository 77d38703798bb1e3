"""Builds workbooks for the tests: real ones, and ones no program would write."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

import openpyxl

ODS = "application/vnd.oasis.opendocument.spreadsheet"


Rows: TypeAlias = Sequence[Sequence[Any]]


def workbook(rows: Rows, *, others: Mapping[str, Rows] = MappingProxyType({})) -> bytes:
    """Return an xlsx of a sheet "Bảng", and of others by name."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, cells in {"Bảng": rows, **others}.items():
        sheet = book.create_sheet(name)
        for row in cells:
            sheet.append(row)
    return saved(book)


def saved(book: Any) -> bytes:
    """Return the bytes of a workbook of openpyxl."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def packed(members: Mapping[Any, bytes], *, deflated: bool = True) -> bytes:
    """Return an archive of these members."""
    out = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, body in members.items():
            archive.writestr(name, body, method)
    return out.getvalue()


def with_members(book: bytes, members: Mapping[Any, bytes]) -> bytes:
    """Return the workbook with other members besides its own, or instead of them."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        own = {name: archive.read(name) for name in archive.namelist() if name not in members}
    return packed({**own, **members})


def open_document(cells: Rows, *, manifest: str = "", times: tuple[int, int] = (1, 1)) -> bytes:
    """Return an ods of one sheet, its rows and cells repeated so many times."""
    names = ("office", "table", "text")
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names
    )
    content = (
        f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:spreadsheet>'
        f'<table:table table:name="Bảng">{"".join(_row(row, *times) for row in cells)}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    members = {"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": manifest}
    return packed({name: body.encode() for name, body in members.items()})


def _row(cells: Sequence[str], rows: int, columns: int) -> str:
    said = f'office:value-type="string" table:number-columns-repeated="{columns}"'
    written = (
        f"<table:table-cell {said}><text:p>{cell}</text:p></table:table-cell>" for cell in cells
    )
    repeated = f'table:number-rows-repeated="{rows}"'
    return f"<table:table-row {repeated}>{''.join(written)}</table:table-row>"

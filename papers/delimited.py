"""Reads tables that are plain text: commas, semicolons or tabs between the cells."""

import csv
import io
import re
import unicodedata
from collections import Counter

from papers.cells import Grid, add_row
from rules.legacy_text import recognise
from rules.refused import Refused

_DELIMITERS = "\t;,"  # the rarer within a cell comes first
_SAMPLE = 200  # records that decide what stands between cells
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_BINARY = re.compile("[\x00-\x08\x0e-\x1f]")
_OTHER_KINDS = re.compile(r"\s*(<[!?a-z]|%PDF|\{\\rtf|[{\[])", re.IGNORECASE)
_LINES = re.compile("\r\n|[\r\n]")
_GUARD = re.compile(r"^'(?=[=+\-@\t\r\d])")  # what keeps a spreadsheet from counting


def read_delimited(data: bytes) -> Grid:
    """Return the rows of the text, numbered as a spreadsheet shows them.

    Quotes that were never doubled or closed stay as they were typed. Refused "table-kind" for what
    is no such text, "table-broken", "table-too-large".
    """
    text = _decoded(data)
    if _BINARY.search(text) or _OTHER_KINDS.match(text):
        raise Refused("table-kind")
    grid = Grid()
    for number, row in enumerate(_records(text), 1):
        add_row(grid, number, [_GUARD.sub("", cell) for cell in row])
    return grid


def _decoded(data: bytes) -> str:
    try:
        for mark, encoding in _MARKS.items():
            if data.startswith(mark):
                return data.decode(encoding)
        if 0 in data:
            return data.decode("utf-16-be" if 0 in data[::2] else "utf-16-le")
        return data.decode()
    except UnicodeDecodeError:
        return _decoded_by_windows(data)


def _decoded_by_windows(data: bytes) -> str:
    western = data.decode("cp1252", "replace")
    if "\0" in western or recognise(_LINES.split(western)):
        return western
    return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))


def _records(text: str) -> list[list[str]]:
    """Return the records, cut by whatever most of them agree about."""
    return max((_cut(text, delimiter) for delimiter in _DELIMITERS), key=_agreement)


def _cut(text: str, delimiter: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:  # quotes typed by hand
        return [_cells(line, delimiter) for line in _LINES.split(text)]


def _agreement(records: list[list[str]]) -> float:
    """Return the share of records with the same number of cells, if that is more than one."""
    widths = Counter(map(len, records[:_SAMPLE]))
    return max((count for width, count in widths.items() if width > 1), default=0) / (
        widths.total() or 1
    )


def _cells(line: str, delimiter: str) -> list[str]:
    cells, at = [], 0
    while at <= len(line):
        end = _end(line, at, delimiter)
        cells.append(_unquoted(line[at:end]))
        at = end + 1
    return cells


def _end(line: str, at: int, delimiter: str) -> int:
    """Return where the cell that begins at `at` ends."""
    if line[at : at + 1] == '"':
        closed = re.compile(f'" *(?={delimiter}|$)').search(line, at + 1)
        if closed:
            return closed.end()
    found = line.find(delimiter, at)
    return len(line) if found < 0 else found


def _unquoted(cell: str) -> str:
    inner = cell.strip(" ")
    if len(inner) > 1 and inner[0] == inner[-1] == '"':
        return inner[1:-1].replace('""', '"')
    return cell

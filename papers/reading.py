"""Reads a table somebody sent: refuses what is none, gives every cell as text.

Run as `python -m papers.reading` it is the child process that opens what strangers send: on stdin a
line of JSON with the name of the file, then its bytes; on stdout one JSON object.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from papers.archive import examine_archive
from papers.cells import tidy
from papers.delimited import read_delimited
from papers.limits import limit_this_process
from papers.old_workbook import examine_old_workbook
from rules.refused import Refused

if TYPE_CHECKING:
    from typing import Any

    from papers.cells import Grid
    from rules.table import Table

MOST_BYTES = 5 * 1024 * 1024
_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = (".xlsm", ".xltm", ".xlam", ".xlm", ".xla")


def read(data: bytes, *, name: str) -> Table:
    """Return the table in a file: xlsx, xls, ods or text with delimiters, whatever it is called.

    Refused "table-too-large" (over 5 MiB, 20,000 rows or 60 columns), "table-kind", "table-macros",
    "table-bomb", "table-locked" (a password), "table-empty", "table-broken" or "table-mojibake"
    (letters that were lost before it came here).
    """
    if len(data) > MOST_BYTES:
        raise Refused("table-too-large")
    if name.lower().endswith(_MACROS):
        raise Refused("table-macros")
    try:
        return tidy(_grid(data))
    except Refused:
        raise
    except MemoryError:
        raise Refused("table-too-large") from None
    except Exception:  # noqa: BLE001 - hostile bytes make decoders raise anything
        raise Refused("table-broken") from None


def _grid(data: bytes) -> Grid:
    if data.startswith(_ZIP):
        examine_archive(data)
    elif data.startswith(_OLE):
        examine_old_workbook(data)
    else:
        return read_delimited(data)
    from papers.sheets import largest_sheet  # noqa: PLC0415 - limits come first

    return largest_sheet(data)


def main() -> None:
    """Read the table on stdin; answer it, or why not, on stdout."""
    limit_this_process()
    header = json.loads(sys.stdin.buffer.readline())
    answer = _answer(sys.stdin.buffer.read(MOST_BYTES + 1), header["name"])
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode())


def _answer(data: bytes, name: str) -> dict[str, Any]:
    try:
        return asdict(read(data, name=name))
    except Refused as refused:
        return {"refused": refused.reason, **refused.details}


if __name__ == "__main__":
    main()

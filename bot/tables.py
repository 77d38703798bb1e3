"""Reads the tables people send, in a child process that may be broken by them and we not."""

import asyncio
import json
import re

from bot.child import run_child
from papers.reading import MOST_BYTES
from rules.refused import Refused
from rules.table import Table

PATIENCE = 30.0
_REASON = re.compile("table-[a-z-]{1,30}")


async def read_table(data: bytes, *, name: str) -> Table:
    """Return the table in a file of that name; its cells are text, in `encoding` if that is set.

    Refused as papers.reading.read says, "table-broken" also when the child dies or hangs.
    """
    if len(data) > MOST_BYTES:
        raise Refused("table-too-large")
    header = json.dumps({"name": name}).encode()
    try:
        answer = await run_child("papers.reading", header + b"\n" + data, patience=PATIENCE)
    except Refused:
        raise Refused("table-broken") from None
    return await asyncio.to_thread(_table, answer)  # a large one takes half a second


def _table(answer: bytes) -> Table:
    """Read the child's answer without trusting it: what it opened may have taken it over."""
    try:
        said = json.loads(answer)
        if "refused" in said:
            raise _refusal(**said)
        table = Table(
            sheet=said["sheet"],
            rows=tuple(map(tuple, said["rows"])),
            numbers=tuple(said["numbers"]),
            encoding=said["encoding"],
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Refused("table-broken") from None
    if not _is_whole(table):
        raise Refused("table-broken")
    return table


def _refusal(*, refused: str, row: int = 0) -> Refused:
    if not _REASON.fullmatch(refused) or type(row) is not int:
        return Refused("table-broken")
    return Refused(refused, row=row) if row else Refused(refused)


def _is_whole(table: Table) -> bool:
    texts = {
        type(table.sheet),
        type(table.encoding),
        *(type(cell) for row in table.rows for cell in row),
    }
    return (
        texts == {str}
        and {type(number) for number in table.numbers} == {int}
        and len(table.numbers) == len(table.rows)
        and len(set(map(len, table.rows))) == 1
        and table.encoding in {"", "tcvn3", "vni"}
    )

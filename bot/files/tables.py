"""Tables people sent, kept as JSON once they are read: what an import is made from."""

import asyncio
from dataclasses import asdict

import orjson

from bot.shell import Shell
from rules.refused import Refused
from rules.table import Table
from storage import files
from storage.database import Transaction


async def table_of(tx: Transaction, key: str, *, person: str, shell: Shell) -> Table:
    """Return the table of a file of this person's.

    Refused "file-gone" when it is not theirs, not read, or expired.
    """
    file = await files.of_person(tx, key, person=person)
    if file is None or file.way != "in" or file.state != "kept":
        raise Refused("file-gone")
    return await asyncio.to_thread(unpacked, await shell.files.read(file.hash))


def packed(table: Table) -> bytes:
    """Return a table as it is kept."""
    return orjson.dumps(asdict(table))


def unpacked(kept: bytes) -> Table:
    """Return the table that `packed` packed."""
    fields = orjson.loads(kept)
    rows = tuple(tuple(row) for row in fields["rows"])
    return Table(fields["sheet"], rows, tuple(fields["numbers"]), fields["encoding"])

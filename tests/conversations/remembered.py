"""Whether bubbles remember whom they name: what the right to be forgotten stands on."""

from storage.database import Database
from storage.outbox import COLUMNS, read

_PEOPLE = "SELECT id, name FROM people WHERE name LIKE '% %' AND merged_into = ''"
_BUBBLES = f"SELECT {COLUMNS} FROM outbox WHERE side = 'ours' ORDER BY id"  # noqa: S608 - our own


async def not_remembered(db: Database) -> list[tuple[str, str]]:
    """Return (name, text) of every bubble that names somebody else and does not remember them.

    What the office is shown of its own table is left out: those people may not be here yet.
    """
    async with db.reading() as tx:
        people = await tx.rows(_PEOPLE)
        merged: dict[str, str] = dict(
            await tx.rows("SELECT id, merged_into FROM people WHERE merged_into <> ''")
        )
        rows = [read(row) for row in await tx.rows(_BUBBLES)]
    return [
        (name, row.say["text"])
        for row in rows
        for person, name in people
        if row.person != person
        and name in str(row.say)
        and not row.say["text"].startswith("Trong bảng")
        and person not in {merged.get(key, key) for key in row.about}
    ]

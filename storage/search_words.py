"""Writing down by which words entries are found that an earlier version of the code registered."""

from rules.search import searchable
from storage.database import Database

_AT_ONCE = 500


async def fill(database: Database) -> None:
    """Write the words of entries that have none yet."""
    more = True
    while more:
        async with database.writing() as tx:
            found = await tx.rows(
                """SELECT id, name, address, content, person FROM entries
                   WHERE search = '' LIMIT :most""",
                {"most": _AT_ONCE},
            )
            for key, *texts in found:
                await tx.run(
                    "UPDATE entries SET search = :search WHERE id = :key",
                    {"search": searchable(*texts), "key": key},
                )
        more = len(found) == _AT_ONCE

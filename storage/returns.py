"""What the office asked to have added to entries, and by when."""

import datetime as dt
from dataclasses import dataclass

from rules.entry_requests import Supplement
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Return:
    """An entry returned: its `version` since then, `until` as ISO text, `at` in UTC ms."""

    entry: str
    version: int
    box: str
    words: str
    until: str
    by: str
    at: int


async def add(tx: Transaction, new: Return) -> None:
    """Keep what the office asks for."""
    row = (new.entry, new.version, new.box, new.words, new.until, new.by, new.at)
    await tx.run(
        """INSERT INTO returns (entry, version, box, words, until_day, by_person, at)
           VALUES :rows""",
        {"rows": [row]},
    )


async def last(tx: Transaction, entry: str) -> Return | None:
    """Return what was asked for last, None where nothing ever was."""
    found = await tx.rows(
        """SELECT entry, version, box, words, until_day, by_person, at FROM returns
           WHERE entry = :entry ORDER BY version DESC LIMIT 1""",
        {"entry": entry},
    )
    return Return(*found[0]) if found else None


async def supplement(tx: Transaction, entry: str, *, zone: dt.tzinfo) -> Supplement | None:
    """Return what an entry that was returned waits for, and who of the office asked for it."""
    found = await tx.rows(
        """SELECT r.box, r.words, r.until_day, p.name, r.at
           FROM returns r JOIN entries e ON e.id = r.entry JOIN people p ON p.id = r.by_person
           WHERE r.entry = :entry AND e.state = 'returned' ORDER BY r.version DESC LIMIT 1""",
        {"entry": entry},
    )
    if not found:
        return None
    box, words, until, by, at = found[0]
    return Supplement(box, words, until, by, dt.datetime.fromtimestamp(at / 1000, zone))

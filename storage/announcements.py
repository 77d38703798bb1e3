"""Announcements as they are kept: written once, stopped, done, told once more."""

from collections.abc import Mapping
from dataclasses import dataclass

from storage.database import Transaction

_COLUMNS = """id, programme, unit, audience, words, corrects, state, dialog, by_person, at, send_at,
    stopped_at, again, again_at, rest"""


@dataclass(frozen=True, slots=True)
class Kept:
    """An announcement; times are UTC milliseconds, `audience` is JSON, 0 and "" are nothing."""

    id: str
    programme: str
    unit: str
    audience: str
    words: str
    corrects: str
    state: str
    dialog: str
    by_person: str
    at: int
    send_at: int
    stopped_at: int = 0
    again: int = 0
    again_at: int = 0
    rest: str = ""


async def add(tx: Transaction, new: Kept, people: Mapping[str, str]) -> bool:
    """Keep an announcement and whom it goes to; False where its dialog has made one before."""
    row = tuple(getattr(new, name) for name in Kept.__slots__)
    made = await tx.rows(
        f"""INSERT INTO announcements ({_COLUMNS}) VALUES :rows
            ON CONFLICT (dialog) DO NOTHING RETURNING id""",  # noqa: S608 - our own columns
        {"rows": [row]},
    )
    if made:
        await tx.run(
            """INSERT INTO announcement_people (announcement, person, unit, read_at)
               VALUES :rows""",
            {"rows": [(new.id, person, unit, 0) for person, unit in sorted(people.items())]},
        )
    return bool(made)


async def made_in(tx: Transaction, dialog: str) -> Kept | None:
    """Return the announcement a dialog made, None for none."""
    return await _one(tx, "dialog", dialog)


async def by_id(tx: Transaction, announcement: str) -> Kept | None:
    """Return an announcement, None where there is no such."""
    return await _one(tx, "id", announcement)


async def locked(tx: Transaction, announcement: str) -> Kept | None:
    """Return an announcement that nobody else changes until the commit."""
    found = await tx.rows(
        f"SELECT {_COLUMNS} FROM announcements WHERE id = :id FOR UPDATE",  # noqa: S608 - ours
        {"id": announcement},
    )
    return Kept(*found[0]) if found else None


async def count_people(tx: Transaction, announcement: str) -> int:
    """Return to how many people it goes."""
    found = await tx.rows(
        "SELECT count(*) FROM announcement_people WHERE announcement = :id", {"id": announcement}
    )
    count: int = found[0][0]
    return count


async def stopped(tx: Transaction, announcement: str, *, now: int) -> None:
    """Note that it goes no further."""
    await tx.run(
        "UPDATE announcements SET state = 'stopped', stopped_at = :now WHERE id = :id",
        {"id": announcement, "now": now},
    )


async def once_more(tx: Transaction, announcement: str, *, now: int) -> None:
    """Let those who have not read it be told once more."""
    await tx.run(
        """UPDATE announcements SET again = again + 1, again_at = :now WHERE id = :id""",
        {"id": announcement, "now": now},
    )


async def _one(tx: Transaction, column: str, key: str) -> Kept | None:
    found = await tx.rows(
        f"SELECT {_COLUMNS} FROM announcements WHERE {column} = :key",  # noqa: S608 - ours
        {"key": key},
    )
    return Kept(*found[0]) if found else None

"""What happened, in order, never changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Event:
    """An act of a person at an address upon a subject (an id), when (UTC ms), from what to what."""

    id: str
    at: int
    person: str
    address: str
    act: str
    subject: str
    before: str = ""
    after: str = ""


async def add(tx: Transaction, events: Sequence[Event]) -> None:
    """Add what happened."""
    await tx.run(
        """INSERT INTO events (id, at, person, address, act, subject, before, after)
           VALUES :rows""",
        {
            "rows": [
                (e.id, e.at, e.person, e.address, e.act, e.subject, e.before, e.after)
                for e in events
            ]
        },
    )


@dataclass(frozen=True, slots=True)
class Last:
    """Who did something last, under the name they have now, and when (UTC milliseconds)."""

    act: str
    person: str
    name: str
    at: int


async def last(tx: Transaction, subject: str, acts: Sequence[str]) -> Last | None:
    """Return the last of these acts upon a subject, None when there was none."""
    found = await tx.rows(
        """SELECT e.act, e.person, p.name, e.at FROM events e JOIN people p ON p.id = e.person
           WHERE e.subject = :subject AND e.act IN :acts ORDER BY e.at DESC, e.id DESC LIMIT 1""",
        {"subject": subject, "acts": acts},
    )
    return Last(*found[0]) if found else None


async def newest(tx: Transaction) -> str:
    """Return the id of the newest event, "" before the first."""
    found = await tx.rows("SELECT COALESCE(max(id), '') FROM events")
    return str(found[0][0])

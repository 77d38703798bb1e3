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

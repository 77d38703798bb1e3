"""What people asked for about their own data, and whether it was done."""

from dataclasses import dataclass

from rules.rights import Right
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class DataRequest:
    """Who asked for what when (UTC ms), the last day to answer; `settled_at` 0 while it is open."""

    id: str
    person: str
    kind: Right
    at: int
    due_day: str
    settled_at: int = 0


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """A request nobody has answered yet, and the name and phone of who asked."""

    request: DataRequest
    name: str
    phone: str


async def add(tx: Transaction, request: DataRequest) -> None:
    """Keep what somebody asked for."""
    row = (
        *(request.id, request.person, request.kind),
        "done" if request.settled_at else "open",
        *("", request.at, request.due_day, request.settled_at),
    )
    await tx.run(
        """INSERT INTO data_requests (id, person, kind, state, words, at, due_day, settled_at)
           VALUES :rows""",
        {"rows": [row]},
    )


async def settle(tx: Transaction, key: str, *, at: int) -> None:
    """Note that a request was answered; one that was answered before stays as it is."""
    await tx.run(
        """UPDATE data_requests SET state = 'done', settled_at = :at
           WHERE id = :id AND settled_at = 0""",
        {"id": key, "at": at},
    )


async def open_ones(tx: Transaction) -> list[OpenRequest]:
    """Return the requests nobody has answered yet, the most urgent first."""
    found = await tx.rows(
        """SELECT r.id, r.person, r.kind, r.at, r.due_day, p.name, p.phone
           FROM data_requests r JOIN people p ON p.id = r.person
           WHERE r.settled_at = 0 ORDER BY r.due_day, r.id"""
    )
    return [OpenRequest(DataRequest(*row[:5]), *row[5:]) for row in found]

"""What the planner decided, of everybody: for demos and rehearsals, whose people are invented."""

from dataclasses import dataclass

from rules.occurrences import Why
from storage.database import Row, Transaction

_FOUND = """SELECT o.rule, o.step, o.person, COALESCE(p.name, '') AS name,
                   COALESCE(n.name, '') AS unit, o.at, o.reason, o.outbox
            FROM occurrences o
            LEFT JOIN people p ON p.id = o.person
            LEFT JOIN unit_names n ON n.unit = o.unit AND n.to_day = ''"""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision with the names of its person and unit; `at` in UTC milliseconds.

    reason   "" for what was written to be sent, else why it was not
    message  the row of the outbox it stands in, with others or alone; "" in none
    """

    rule: str
    step: str
    person: str
    name: str
    unit: str
    at: int
    reason: Why
    message: str


async def all_decisions(tx: Transaction) -> list[Decision]:
    """Return everything that was decided, oldest first."""
    return _read(await tx.rows(f"{_FOUND} ORDER BY o.at, o.rule, o.step, o.person"))


async def latest_decisions(tx: Transaction, *, most: int) -> list[Decision]:
    """Return what was decided last, newest first."""
    rows = await tx.rows(
        f"{_FOUND} ORDER BY o.at DESC, o.rule, o.step, o.person LIMIT :most", {"most": most}
    )
    return _read(rows)


def _read(rows: list[Row]) -> list[Decision]:
    return [Decision(*row) for row in rows]

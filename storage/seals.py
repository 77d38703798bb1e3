"""The seals of events: their order is that of sealing, which never changes afterwards."""

from collections.abc import Sequence

from rules.chain import Anchor, Event, Sealed
from storage.database import Transaction

_EVENT = "e.id, e.at, e.person, e.address, e.act, e.subject, e.before, e.after"
_NO_SEAL = "NOT EXISTS (SELECT 1 FROM seals s WHERE s.event = e.id)"
NEAR = 1_000  # seals among which events may turn up late: others write at the same time


async def only_one(tx: Transaction) -> None:
    """Wait until nobody else is sealing: two would give one number to two events."""
    await tx.rows("SELECT value FROM settings WHERE name = 'seal-key' FOR UPDATE")


async def head(tx: Transaction) -> Anchor:
    """Return the newest seal, number 0 and no hash when there is none."""
    found = await tx.rows("SELECT number, hash FROM seals ORDER BY number DESC LIMIT 1")
    return Anchor(*found[0]) if found else Anchor(0, "")


async def unsealed(tx: Transaction, *, limit: int, everywhere: bool) -> list[Event]:
    """Return events without a seal, oldest first; beside the newest seals, or everywhere."""
    since = "" if everywhere else await _near(tx)
    return await tx.rows(
        f"""SELECT {_EVENT} FROM events e WHERE e.id > :since AND {_NO_SEAL}
            ORDER BY e.id LIMIT :limit""",  # noqa: S608 - written here
        {"since": since, "limit": limit},
    )


async def _near(tx: Transaction) -> str:
    found = await tx.rows(
        """SELECT COALESCE(min(event), '') FROM seals
           WHERE number > (SELECT max(number) FROM seals) - :near""",
        {"near": NEAR},
    )
    return str(found[0][0])


async def add(tx: Transaction, links: Sequence[Sealed]) -> None:
    """Add links behind the newest."""
    await tx.run(
        "INSERT INTO seals (number, event, hash) VALUES :rows",
        {"rows": [(link.number, link.id, link.hash) for link in links]},
    )


async def all_of_them(tx: Transaction) -> list[Sealed]:
    """Return the whole chain in order, with its events as far as they are there."""
    found = await tx.rows(
        f"""SELECT s.number, s.event, s.hash, {_EVENT}
            FROM seals s LEFT JOIN events e ON e.id = s.event ORDER BY s.number"""  # noqa: S608 - ours
    )
    return [Sealed(row[0], row[1], row[2], row[3:] if row[3] else None) for row in found]


async def all_loose(tx: Transaction) -> list[Event]:
    """Return all events without a seal."""
    return await tx.rows(f"SELECT {_EVENT} FROM events e WHERE {_NO_SEAL} ORDER BY e.id")  # noqa: S608 - ours

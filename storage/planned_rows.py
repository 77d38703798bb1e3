"""Rows of the outbox that were planned, when they are asked of the rules once more."""

from collections.abc import Mapping, Sequence
from typing import Literal

import orjson

from rules.budget import HELD
from storage import outbox
from storage.chats import Chat
from storage.database import Transaction
from storage.outbox import OutboxRow


async def put_off(tx: Transaction, rows: Mapping[str, int]) -> None:
    """Give rows back that may not go before some time (UTC milliseconds), by id."""
    await tx.run(
        """WITH given (id, not_before) AS (VALUES :rows)
           UPDATE outbox SET state = 'pending', not_before = given.not_before, lease = '',
                             leased_until = 0, attempts = attempts - 1
           FROM given WHERE outbox.id = given.id""",
        {"rows": list(rows.items())},
    )


async def waiting(tx: Transaction, chats: Sequence[Chat], people: Sequence[str]) -> list[OutboxRow]:
    """Return what was planned for chats or people and certainly has not gone, and keep it.

    Oldest first; what somebody else is about to send is left out.
    """
    found = await tx.rows(
        f"""SELECT {outbox.COLUMNS} FROM outbox o
            WHERE settled_at = 0 AND state = 'pending' AND planned = 1 AND doubts = 0
              AND ((channel, bot, chat) IN (VALUES :chats) OR person IN :people)
            FOR UPDATE OF o SKIP LOCKED""",  # noqa: S608 - our own columns
        {"chats": chats, "people": people},
    )
    # Sorted here: asked for by id, SQLite reads all that was ever said in the order of the ids.
    return sorted(map(outbox.read, found), key=lambda row: row.id)


async def still_owed(tx: Transaction, people: Sequence[str]) -> dict[str, int]:
    """Return how many planned messages wait for each person for whom any does."""
    found = await tx.rows(
        """SELECT person, count(*) FROM outbox
           WHERE person IN :people AND settled_at = 0 AND state = 'pending' AND planned = 1
           GROUP BY person""",
        {"people": people},
    )
    return {person: count for person, count in found}  # noqa: C416 - rows have no length mypy knows


async def hold(tx: Transaction, rows: Mapping[str, int]) -> None:
    """Give rows back that may not be said before some time (UTC milliseconds), and say why."""
    await put_off(tx, rows)
    await tx.run(
        "UPDATE outbox SET error = :held WHERE id IN :rows", {"held": HELD, "rows": [*rows]}
    )


async def drop(
    tx: Transaction, rows: Mapping[str, Literal["dropped", "unknown", "expired"]], *, at: int
) -> None:
    """Settle rows that are not sent any more, by id."""
    await tx.run(
        """WITH given (id, state) AS (VALUES :rows)
           UPDATE outbox SET state = given.state, lease = '', leased_until = 0,
                             settled_at = CAST(:at AS BIGINT)
           FROM given WHERE outbox.id = given.id""",
        {"rows": list(rows.items()), "at": at},
    )


async def never_said(tx: Transaction, person: str) -> None:
    """Note that what waits to be told to somebody who agrees no longer never is."""
    await tx.run(
        """UPDATE occurrences SET reason = 'silent', outbox = ''
           WHERE reason = '' AND outbox <> '' AND outbox IN (
               SELECT id FROM outbox
               WHERE person = :person AND state IN ('pending', 'parked') AND doubts = 0)""",
        {"person": person},
    )


async def plan_anew(tx: Transaction, rows: Sequence[str]) -> None:
    """Forget that what these rows were made of was decided: it is worded once more."""
    await tx.run(
        "DELETE FROM occurrences WHERE reason = '' AND outbox <> '' AND outbox IN :rows",
        {"rows": rows},
    )


async def plan_beside_anew(tx: Transaction, answers: Sequence[str]) -> None:
    """Forget the same of what was told with answers that certainly did not arrive."""
    found = await tx.rows(
        "SELECT id FROM outbox WHERE id IN :answers AND planned = 0 AND doubts = 0",
        {"answers": answers},
    )
    await plan_anew(tx, [key for (key,) in found])


async def reword(tx: Transaction, rows: Sequence[OutboxRow]) -> None:
    """Keep what rows say now, and whom they name."""
    await tx.run(
        """WITH given (id, say, about) AS (VALUES :rows)
           UPDATE outbox SET say = given.say, about = given.about
           FROM given WHERE outbox.id = given.id""",
        {"rows": [_reworded(row) for row in rows]},
    )


def _reworded(row: OutboxRow) -> tuple[str, str, str]:
    about = f" {' '.join(row.about)} " if row.about else ""
    return row.id, orjson.dumps(row.say).decode(), about

"""Who sends which row of the outbox: leases that run out, and only their holder settles a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rules.budget import HELD
from storage import outbox
from storage.database import Transaction
from storage.meters import Use
from storage.outbox import OutboxRow

# The first of its chat, answers before bulk ('answer' < 'bulk'), while none is being sent; what is
# held back until its bot may say more holds back nothing that may be said.
_FIRST_OF_ITS_CHAT = """NOT EXISTS (
    SELECT 1 FROM outbox e
    WHERE e.settled_at = 0 AND e.channel = o.channel AND e.bot = o.bot AND e.chat = o.chat
      AND e.state IN ('pending', 'sending')
      AND NOT (e.error = '{held}' AND e.not_before > {now})
      AND ((e.urgency, e.id) < (o.urgency, o.id) OR e.state = 'sending' AND e.leased_until > {now}
           AND e.id <> o.id))"""
# Asked beside what takes them: within it PostgreSQL may ask twice, and take more than the limit.
_DUE = f"""
    SELECT o.id FROM outbox o
    WHERE o.settled_at = 0 AND o.channel IN :channels
      AND (o.state = 'pending' AND o.not_before <= :now
           OR o.state = 'sending' AND o.leased_until <= :now)
      AND {_FIRST_OF_ITS_CHAT.format(now=":now", held=HELD)}
    ORDER BY o.urgency, o.id LIMIT :limit FOR UPDATE SKIP LOCKED"""  # noqa: S608 - the same


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a row; `at` in UTC milliseconds. `use` is what it cost, where that counts."""

    id: str
    state: Literal["sent", "failed", "unknown", "expired"]
    external: str
    error: str
    at: int
    use: Use | None = None


async def claim(
    tx: Transaction, *, lease: str, now: int, until: int, limit: int, channels: Sequence[str]
) -> list[OutboxRow]:
    """Take rows that are due or whose lease ran out, one a chat, answers first, until a time."""
    found = await tx.rows(
        f"""WITH due (due_id) AS ({_DUE})
            UPDATE outbox SET state = 'sending', lease = :lease, leased_until = :until,
                              attempts = attempts + 1,
                              doubts = doubts + CASE state WHEN 'sending' THEN 1 ELSE 0 END
            WHERE id IN (SELECT due_id FROM due)
            RETURNING {outbox.COLUMNS}""",  # noqa: S608 - all of it is written here
        {"lease": lease, "now": now, "until": until, "limit": limit, "channels": channels},
    )
    return sorted((outbox.read(row) for row in found), key=lambda row: (row.urgency, row.id))


async def settle(tx: Transaction, settled: Sequence[Settled], *, lease: str) -> set[str]:
    """Keep what became of rows and return the ids of those that were still under this lease."""
    found = await tx.rows(
        """WITH given (id, state, external, error, at) AS (VALUES :rows)
           UPDATE outbox SET state = given.state, external = given.external, error = given.error,
                             settled_at = given.at, lease = '', leased_until = 0
           FROM given
           WHERE outbox.id = given.id AND outbox.state = 'sending' AND outbox.lease = :lease
           RETURNING outbox.id""",
        {
            "rows": [(s.id, s.state, s.external, s.error, s.at) for s in settled],
            "lease": lease,
        },
    )
    return {key for (key,) in found}


async def postpone(
    tx: Transaction, key: str, *, lease: str, not_before: int, error: str, doubt: bool
) -> None:
    """Give a row back if it is still under this lease; `doubt` when it may have arrived."""
    await tx.run(
        """UPDATE outbox SET state = 'pending', not_before = :not_before, error = :error,
                             doubts = doubts + :doubt,
                             lease = '', leased_until = 0
           WHERE id = :id AND state = 'sending' AND lease = :lease""",
        {"id": key, "lease": lease, "not_before": not_before, "error": error, "doubt": int(doubt)},
    )


async def release_dead(tx: Transaction, *, lease_alive: Sequence[str], now: int) -> None:
    """Let the leases of all others run out now: they are known to be dead."""
    await tx.run(
        """UPDATE outbox SET leased_until = :now
           WHERE settled_at = 0 AND state = 'sending' AND lease NOT IN :lease_alive""",
        {"lease_alive": lease_alive, "now": now},
    )


async def next_due(tx: Transaction, *, channels: Sequence[str]) -> int | None:
    """Return when `claim` may next find something (UTC milliseconds), None when nothing is open."""
    found = await tx.rows(
        f"""SELECT min(CASE o.state WHEN 'pending' THEN o.not_before ELSE o.leased_until END)
            FROM outbox o
            WHERE o.settled_at = 0 AND o.channel IN :channels AND o.state IN ('pending', 'sending')
              AND (o.state = 'sending' OR {_FIRST_OF_ITS_CHAT.format(now="-1", held=HELD)})""",  # noqa: S608 - ours
        {"channels": channels},
    )
    due: int | None = found[0][0]
    return due


async def after_set_back(tx: Transaction, *, now: int, longest: int) -> None:
    """Let no row wait for a time meant by a clock that has been set back since.

    What is held until its bot may say more is asked about anew: that may be another month's by now.
    Nobody holds a row for longer than `longest` milliseconds.
    """
    await tx.run(
        """UPDATE outbox SET not_before = :now
           WHERE settled_at = 0 AND state = 'pending'
             AND not_before > :now AND (created_at > :now OR error = :held)""",
        {"now": now, "held": HELD},
    )
    await tx.run(
        """UPDATE outbox SET leased_until = :until
           WHERE settled_at = 0 AND state = 'sending' AND leased_until > :until""",
        {"until": now + longest},
    )

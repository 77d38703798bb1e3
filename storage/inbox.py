"""What came in: ids of messages, each taken once. A body is kept only of a message that failed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from storage.database import Transaction


class MessageKey(NamedTuple):
    """A message as its channel numbers it."""

    channel: str
    bot: str
    chat: str
    external: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A message that could not be handled; `at` in UTC milliseconds."""

    key: MessageKey
    at: int
    body: str


async def claim(tx: Transaction, keys: Sequence[MessageKey], *, at: int) -> set[MessageKey]:
    """Take messages and return those nobody took before."""
    taken = await tx.rows(
        """INSERT INTO inbox (channel, bot, chat, external, at, state, body) VALUES :rows
           ON CONFLICT DO NOTHING RETURNING channel, bot, chat, external""",
        # in one order, so that replicas given the same messages wait for each other, not in a ring
        {"rows": [(*key, at, "done", "") for key in sorted(set(keys))]},
    )
    return {MessageKey(*row) for row in taken}


async def fail(tx: Transaction, key: MessageKey, *, at: int, body: str) -> None:
    """Take a message as failed and keep its body, to be looked at and erased."""
    await tx.run(
        """INSERT INTO inbox (channel, bot, chat, external, at, state, body)
           VALUES (:channel, :bot, :chat, :external, :at, 'failed', :body)
           ON CONFLICT (channel, bot, chat, external)
           DO UPDATE SET state = 'failed', body = excluded.body""",
        {**key._asdict(), "at": at, "body": body},
    )


async def failures(tx: Transaction) -> list[Failure]:
    """Return the messages that failed, oldest first."""
    found = await tx.rows(
        """SELECT channel, bot, chat, external, at, body FROM inbox WHERE state = 'failed'
           ORDER BY at, external"""
    )
    return [Failure(MessageKey(*row[:4]), *row[4:]) for row in found]


async def forget(tx: Transaction, *, before: int) -> None:
    """Forget messages that came before a time; no channel sends those again."""
    await tx.run("DELETE FROM inbox WHERE at < :before", {"before": before})

"""Conversations that are not finished: what was said, by key, until the script has all it needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class StoredDialog:
    """A dialog as it is kept; `subject` is the id of what it is about, times are UTC ms."""

    id: str
    script: str
    state: Mapping[str, Any] = field(default_factory=dict)
    subject: str = ""
    programme: str = ""
    programme_version: int = 0
    round: int = 0
    touched_at: int = 0
    created_at: int = 0


async def of_people(tx: Transaction, people: Sequence[str]) -> dict[str, tuple[StoredDialog, ...]]:
    """Return each person's open dialogs, the one touched last first."""
    found = await tx.rows(
        """SELECT person, id, script, state, subject, programme, programme_version, round,
                  touched_at, created_at
           FROM dialogs WHERE person IN :people ORDER BY touched_at DESC, id DESC""",
        {"people": people},
    )
    dialogs: dict[str, tuple[StoredDialog, ...]] = {}
    for person, key, script, state, *rest in found:
        dialog = StoredDialog(key, script, orjson.loads(state), *rest)
        dialogs[person] = (*dialogs.get(person, ()), dialog)
    return dialogs


async def keep(tx: Transaction, rows: Sequence[tuple[str, StoredDialog]]) -> None:
    """Keep dialogs of people, new or changed."""
    await tx.run(
        """INSERT INTO dialogs (person, id, script, state, subject, programme, programme_version,
                                round, touched_at, created_at)
           VALUES :rows
           ON CONFLICT (id) DO UPDATE SET
               state = excluded.state, subject = excluded.subject, programme = excluded.programme,
               programme_version = excluded.programme_version, round = excluded.round,
               touched_at = excluded.touched_at""",
        {"rows": [_row(person, dialog) for person, dialog in rows]},
    )


async def close(tx: Transaction, ids: Sequence[str]) -> None:
    """Forget dialogs that are finished or were thrown away."""
    await tx.run("DELETE FROM dialogs WHERE id IN :ids", {"ids": ids})


def _row(person: str, dialog: StoredDialog) -> tuple[str | int, ...]:
    return (
        person,
        dialog.id,
        dialog.script,
        orjson.dumps(dialog.state).decode(),
        dialog.subject,
        dialog.programme,
        dialog.programme_version,
        dialog.round,
        dialog.touched_at,
        dialog.created_at,
    )

"""What is kept about somebody, counted for them; and what they may correct by themselves."""

import datetime as dt

from rules.kept_data import KeptData
from rules.person import Person
from storage.database import Transaction

_COUNTS = """
SELECT (SELECT count(*) FROM entries WHERE typed_by = :person),
       (SELECT count(*) FROM dialogs WHERE person = :person AND script IN :written),
       (SELECT count(*) FROM attachments WHERE person = :person AND state <> 'refused'),
       (SELECT count(*) FROM help_requests WHERE person = :person AND words <> '')"""
_WRITTEN = ("register", "correct")


async def kept_about(tx: Transaction, person: Person, *, zone: dt.tzinfo) -> KeptData:
    """Return what is kept about a person; times are local."""
    channels = await tx.rows(
        "SELECT DISTINCT channel FROM addresses WHERE person = :person ORDER BY channel",
        {"person": person.id},
    )
    consent = await tx.rows(
        """SELECT answer, at, version FROM consents WHERE person = :person
           ORDER BY at DESC, id DESC LIMIT 1""",
        {"person": person.id},
    )
    counts = await tx.rows(_COUNTS, {"person": person.id, "written": _WRITTEN})
    given = consent[0][1:] if consent and consent[0][0] == "given" else None
    return KeptData(
        person,
        tuple(channel for (channel,) in channels),
        dt.datetime.fromtimestamp(given[0] / 1000, zone) if given else None,
        given[1] if given else "",
        *counts[0],
    )


async def correct_position(
    tx: Transaction, person: str, membership: str, *, words: str, today: str
) -> bool:
    """Put new words for the person's own position; return whether it is a place of theirs."""
    changed = await tx.rows(
        """UPDATE memberships SET position = :words
           WHERE id = :membership AND person = :person
             AND from_day <= :today AND (to_day = '' OR :today < to_day) RETURNING id""",
        {"words": words, "membership": membership, "person": person, "today": today},
    )
    return bool(changed)

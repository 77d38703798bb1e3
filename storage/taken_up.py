"""How many of the office's units have taken up a model that was launched from above."""

from typing import Any

from rules.progress import Progress, progress
from rules.requests import TakenUp
from storage.database import Transaction
from storage.scope import UNITS_SEEN


async def taken_up(tx: Transaction, person: str, asked: TakenUp, *, today: str) -> Progress:
    """Return how far the units are that somebody of the office looks after; `left` are names.

    Units that are exempt in the round are in no count.
    """
    known: dict[str, Any] = {
        "rows": [(person, asked.programme, asked.round, asked.source)],
        "people": [person],
        "types": asked.types,
        "today": today,
    }
    found = await tx.rows(
        f"""WITH RECURSIVE given (person, programme, round, source) AS (VALUES :rows), {UNITS_SEEN}
            SELECT DISTINCT u.id, n.name, CASE WHEN EXISTS (
                SELECT 1 FROM entries e WHERE e.unit = u.id AND e.source = g.source
                AND e.round = g.round AND e.state <> 'withdrawn') THEN 1 ELSE 0 END
            FROM given g JOIN below b ON b.person = g.person AND b.role IN ('office', 'admin')
            JOIN units u ON u.id = b.unit AND u.state = 'known' AND u.type IN :types
            JOIN unit_names n ON n.unit = u.id AND n.from_day <= :today
                AND (n.to_day = '' OR :today < n.to_day)
            WHERE NOT EXISTS (SELECT 1 FROM exemptions x WHERE x.unit = u.id
                AND x.programme = g.programme AND x.round = g.round)
            ORDER BY u.id""",  # noqa: S608 - all of it is written here
        known,
    )
    names = {unit: name for unit, name, _ in found}
    far = progress({unit: done == 1 for unit, _, done in found})
    return Progress(far.done, far.of, tuple(names[unit] for unit in far.left))

"""Which units have nothing in a round: the list that is empty at 100 %."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rules.person import Unit
from storage.database import Transaction
from storage.scope import UNITS_SEEN
from storage.unit_history import LINES

# Of an entry of something below it, or of something it came of, a unit is covered too.
_UNCOVERED = f"""
WITH RECURSIVE asked (person, top) AS (VALUES :rows), {UNITS_SEEN},
down (unit) AS (
    SELECT u.id FROM asked a JOIN units u ON u.id = a.top
    UNION
    SELECT p.unit FROM down d JOIN unit_parents p ON p.parent = d.unit
    WHERE p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day)
), given (unit) AS (
    SELECT DISTINCT d.unit FROM down d JOIN units u ON u.id = d.unit JOIN sees s ON s.unit = d.unit
    WHERE u.type = :type AND u.state = 'known' AND NOT EXISTS (
        SELECT 1 FROM exemptions x
        WHERE x.unit = u.id AND x.programme = :programme AND x.round = :round)
), {LINES}, covered (unit) AS (
    SELECT DISTINCT l.start FROM line l JOIN entries e ON e.unit = l.unit
    WHERE e.round = :round AND e.state <> 'withdrawn'
)
SELECT u.id, n.name, u.type, u.place
FROM given g JOIN units u ON u.id = g.unit JOIN unit_names n ON n.unit = u.id
WHERE n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
  AND g.unit NOT IN (SELECT unit FROM covered)
ORDER BY n.folded, u.id"""  # noqa: S608 - all of it is written here


@dataclass(frozen=True, slots=True)
class CoverAsked:
    """Who asks which units of a type, below a unit, have nothing in a round of a programme."""

    person: str
    unit: str
    type: str
    programme: str
    round: int


async def uncovered(
    tx: Transaction, asked: Sequence[CoverAsked], *, today: str
) -> list[tuple[Unit, ...]]:
    """Return, for each who asks, the units they see that have nothing, by name."""
    return [
        tuple(Unit(*row) for row in await tx.rows(_UNCOVERED, _params(one, today))) for one in asked
    ]


def _params(asked: CoverAsked, today: str) -> dict[str, Any]:
    return {
        "rows": [(asked.person, asked.unit)],
        "people": [asked.person],
        "type": asked.type,
        "programme": asked.programme,
        "round": asked.round,
        "today": today,
    }

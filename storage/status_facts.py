"""Answers what is asked of how units stand besides what they registered."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from rules.office_requests import Form
from rules.person import Unit
from rules.status_requests import FormsOf
from storage.circumstances import Answered, Circumstances
from storage.database import Transaction

_Asked: TypeAlias = Sequence[tuple[str, Any]]
# What units that became this one sent in is its own.
_FORMS = """
WITH RECURSIVE given (n, unit, programme, round) AS (VALUES :rows), was (n, unit) AS (
    SELECT g.n, u.id FROM given g JOIN units u ON u.id = g.unit
    UNION
    SELECT w.n, s.unit FROM was w JOIN unit_successors s ON s.successor = w.unit
    WHERE s.day <= :today
)
SELECT g.n, p.id, g.unit, p.at, p.original_day
FROM given g JOIN was w ON w.n = g.n
JOIN papers p ON p.unit = w.unit AND p.round = g.round AND p.programme = g.programme
WHERE p.state = 'here' AND p.entry = '' ORDER BY p.at, p.id"""


async def _forms(tx: Transaction, asked: _Asked, around: Circumstances) -> Sequence[Any]:
    rows = [(n, r.unit, r.programme, r.round) for n, (_, r) in enumerate(asked)]
    found: list[list[Form]] = [[] for _ in asked]
    for n, key, unit, at, original in await tx.rows(_FORMS, {"rows": rows, "today": around.today}):
        moment = around.local(at)
        found[n].append(Form(key, Unit(unit, ""), moment, (), bool(original)))
    return [tuple(forms) for forms in found]


ANSWERED: Mapping[type, Answered] = {FormsOf: _forms}

"""What was waiting for somebody as one of a unit, and who sees to it once they are gone."""

from dataclasses import dataclass
from typing import Any

from storage.database import Transaction

_NO_LONGER_OF_AN_OFFICE = """person = :gone AND to_day = '' AND NOT EXISTS (
    SELECT 1 FROM memberships m WHERE m.person = :gone
    AND m.state = 'confirmed' AND m.role IN ('office', 'admin') AND m.to_day = '')"""


@dataclass(frozen=True, slots=True)
class Handover:
    """Somebody is gone from a unit from a day on; who came, "" for nobody; `now` in UTC ms."""

    gone: str
    came: str
    unit: str
    day: str
    now: int


async def hand_over(tx: Transaction, handover: Handover) -> None:
    """Let go on what waited for them: calls for help nobody has seen to, units in their charge.

    Their codes to the unit end.
    """
    params: dict[str, Any] = {
        "gone": handover.gone,
        "came": handover.came,
        "unit": handover.unit,
        "day": handover.day,
        "now": handover.now,
    }
    await tx.run(
        "UPDATE help_requests SET human = :came WHERE human = :gone AND state = 'open'", params
    )
    await tx.run(
        """UPDATE codes SET ended_at = :now
           WHERE kind = 'unit' AND person = :gone AND unit = :unit AND ended_at = 0""",
        params,
    )
    await _hand_over_charge(tx, params)


async def _hand_over_charge(tx: Transaction, params: dict[str, Any]) -> None:
    ended = await tx.rows(
        f"""UPDATE unit_humans
            SET to_day = CASE WHEN from_day > :day THEN from_day ELSE :day END
            WHERE {_NO_LONGER_OF_AN_OFFICE} RETURNING unit, from_day""",  # noqa: S608 - ours
        params,
    )
    if not params["came"]:
        return
    rows = [(unit, params["came"], params["day"], "") for unit, began in ended]
    await tx.run(
        """INSERT INTO unit_humans (unit, person, from_day, to_day) VALUES :rows
           ON CONFLICT (unit, from_day) DO UPDATE SET person = excluded.person, to_day = ''""",
        {"rows": rows},
    )

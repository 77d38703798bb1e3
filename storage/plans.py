"""Plans that units have for models launched from above."""

from collections.abc import Sequence
from dataclasses import dataclass

from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Plan:
    """A unit's plan for a model in a round, as it is cited; `at` in UTC milliseconds."""

    unit: str
    programme: str
    round: int
    model: str
    words: str
    by_person: str
    at: int


async def keep(tx: Transaction, plan: Plan) -> str:
    """Keep a plan in place of the one there was; return the words of that, "" for none."""
    before = await plan_of(tx, plan)
    await tx.run(
        """INSERT INTO plans (unit, programme, round, model, words, by_person, at) VALUES :rows
           ON CONFLICT (unit, programme, round, model)
           DO UPDATE SET words = excluded.words, by_person = excluded.by_person,
                         at = excluded.at""",
        {"rows": [_row(plan)]},
    )
    return before


async def keep_first(tx: Transaction, plans: Sequence[Plan]) -> None:
    """Keep plans of units that have none for that model yet."""
    await tx.run(
        """INSERT INTO plans (unit, programme, round, model, words, by_person, at) VALUES :rows
           ON CONFLICT (unit, programme, round, model) DO NOTHING""",
        {"rows": [_row(plan) for plan in plans]},
    )


async def plan_of(tx: Transaction, plan: Plan) -> str:
    """Return the words of the plan a unit has for that model in that round, "" for none."""
    found = await tx.rows(
        """SELECT words FROM plans WHERE unit = :unit AND programme = :programme
           AND round = :round AND model = :model FOR UPDATE""",
        {
            "unit": plan.unit,
            "programme": plan.programme,
            "round": plan.round,
            "model": plan.model,
        },
    )
    return found[0][0] if found else ""


async def models_planned(
    tx: Transaction, unit: str, *, programme: str, round_: int, today: str
) -> tuple[str, ...]:
    """Return the codes of the models a unit, or one it came of, has a plan for."""
    found = await tx.rows(
        """WITH RECURSIVE was (part) AS (
               SELECT u.id FROM units u WHERE u.id = :unit
               UNION
               SELECT s.unit FROM was w JOIN unit_successors s ON s.successor = w.part
               WHERE s.day <= :today
           )
           SELECT DISTINCT p.model FROM was w JOIN plans p ON p.unit = w.part
           WHERE p.programme = :programme AND p.round = :round ORDER BY p.model""",
        {"unit": unit, "programme": programme, "round": round_, "today": today},
    )
    return tuple(model for (model,) in found)


def _row(plan: Plan) -> tuple[str | int, ...]:
    where = (plan.unit, plan.programme, plan.round, plan.model)
    return (*where, plan.words, plan.by_person, plan.at)

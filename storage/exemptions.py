"""Units that owe nothing in a round, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.unit_card import Exemption
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class NewExemption:
    """An exemption as somebody of the office gives it on a day (ISO text)."""

    unit: str
    exemption: Exemption
    day: str
    by_person: str


async def exempt(tx: Transaction, new: NewExemption) -> None:
    """Exempt a unit; for one that is exempt already the reason is another now."""
    given = new.exemption
    await tx.run(
        """INSERT INTO exemptions (unit, programme, round, reason, day, by_person)
           VALUES (:unit, :programme, :round, :reason, :day, :by)
           ON CONFLICT (unit, programme, round)
           DO UPDATE SET reason = excluded.reason, day = excluded.day,
                         by_person = excluded.by_person""",
        {
            "unit": new.unit,
            "programme": given.programme,
            "round": given.round,
            "reason": given.reason,
            "day": new.day,
            "by": new.by_person,
        },
    )


async def lift(tx: Transaction, unit: str, *, programme: str, round_: int) -> bool:
    """Take an exemption back; return whether there was one."""
    lifted = await tx.rows(
        """DELETE FROM exemptions
           WHERE unit = :unit AND programme = :programme AND round = :round RETURNING unit""",
        {"unit": unit, "programme": programme, "round": round_},
    )
    return bool(lifted)


async def exemptions_of(tx: Transaction, units: Sequence[str]) -> dict[str, tuple[Exemption, ...]]:
    """Return the exemptions of each unit, the newest round first."""
    found = await tx.rows(
        """SELECT unit, programme, round, reason FROM exemptions
           WHERE unit IN :units ORDER BY round DESC, programme""",
        {"units": units},
    )
    exempt: dict[str, tuple[Exemption, ...]] = {}
    for unit, *exemption in found:
        exempt[unit] = (*exempt.get(unit, ()), Exemption(*exemption))
    return exempt

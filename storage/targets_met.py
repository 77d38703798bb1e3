"""Targets of a programme that no count can show, marked as met by the office."""

from dataclasses import dataclass

from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Mark:
    """Somebody's word that a target of a round is met; `at` in UTC milliseconds."""

    programme: str
    round: int
    target: str
    by_person: str
    at: int


async def mark(tx: Transaction, new: Mark) -> bool:
    """Mark a target as met; return False where it was."""
    marked = await tx.rows(
        """INSERT INTO targets_met (programme, round, target, by_person, at) VALUES :rows
           ON CONFLICT (programme, round, target) DO NOTHING RETURNING target""",
        {"rows": [(new.programme, new.round, new.target, new.by_person, new.at)]},
    )
    return bool(marked)


async def unmark(tx: Transaction, programme: str, round_: int, target: str) -> bool:
    """Take a mark back; return False where there was none."""
    taken = await tx.rows(
        """DELETE FROM targets_met
           WHERE programme = :programme AND round = :round AND target = :target
           RETURNING target""",
        {"programme": programme, "round": round_, "target": target},
    )
    return bool(taken)


async def marked(tx: Transaction, programme: str, round_: int) -> tuple[str, ...]:
    """Return the codes of the targets marked as met in a round."""
    found = await tx.rows(
        """SELECT target FROM targets_met
           WHERE programme = :programme AND round = :round ORDER BY target""",
        {"programme": programme, "round": round_},
    )
    return tuple(target for (target,) in found)

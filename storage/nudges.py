"""When the office reminded its units by hand."""

from dataclasses import dataclass

from storage.database import Transaction

_COLUMNS = "id, unit, programme, round, after, by_person, at"
_FOUND = """
SELECT n.id, n.unit, n.programme, n.round, n.after, n.by_person, n.at, COALESCE(p.name, '')
FROM nudges n LEFT JOIN people p ON p.id = n.by_person"""


@dataclass(frozen=True, slots=True)
class Nudge:
    """An office reminds what is short below it; `after` is the one before, `at` is UTC ms."""

    id: str
    unit: str
    programme: str
    round: int
    after: str
    by_person: str
    at: int


async def nudge(tx: Transaction, new: Nudge) -> bool:
    """Keep that an office reminds its units; return False where somebody has just done so."""
    kept = await tx.rows(
        f"""INSERT INTO nudges ({_COLUMNS})
            VALUES (:id, :unit, :programme, :round, :after, :by_person, :at)
            ON CONFLICT (unit, programme, round, after) DO NOTHING RETURNING id""",  # noqa: S608 - ours
        {name: getattr(new, name) for name in Nudge.__slots__},
    )
    return bool(kept)


async def last_nudge(
    tx: Transaction, unit: str, *, programme: str, year: int
) -> tuple[Nudge, str] | None:
    """Return when an office reminded its units last, and the name of who did; None for never."""
    found = await tx.rows(
        f"""{_FOUND} WHERE n.unit = :unit AND n.programme = :programme AND n.round = :round
            ORDER BY n.at DESC, n.id DESC LIMIT 1""",
        {"unit": unit, "programme": programme, "round": year},
    )
    return (Nudge(*found[0][:-1]), found[0][-1]) if found else None


async def nudges_since(tx: Transaction, since: int) -> list[tuple[Nudge, str]]:
    """Return what offices have sent out by hand since a moment (UTC ms), with who did it."""
    found = await tx.rows(f"{_FOUND} WHERE n.at > :since ORDER BY n.at, n.id", {"since": since})
    return [(Nudge(*row[:-1]), row[-1]) for row in found]

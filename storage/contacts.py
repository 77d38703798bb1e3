"""People the office knows before they ever wrote, and who of its staff is in charge of units."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.fold import fold
from rules.people_sort import sort_key
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody the office knows; phone as E.164 or "", `created_at` in UTC milliseconds."""

    id: str
    name: str
    phone: str
    created_at: int
    demo: bool = False


@dataclass(frozen=True, slots=True)
class InCharge:
    """A staff member in charge of a unit from a day on."""

    unit: str
    person: str
    from_day: str


async def add_contacts(tx: Transaction, rows: Sequence[Contact]) -> None:
    """Add people who have no address yet."""
    stored = [
        (p.id, p.name, fold(p.name), sort_key(p.name), p.phone, int(p.demo), p.created_at)
        for p in rows
    ]
    await tx.run(
        """INSERT INTO people (id, name, folded, sort_key, phone, language, merged_into, menu,
                               demo, created_at)
           VALUES :rows""",
        {"rows": [(*row[:5], "vi", "", "{}", *row[5:]) for row in stored]},
    )


async def put_in_charge(tx: Transaction, rows: Sequence[InCharge]) -> None:
    """Note who is in charge of units nobody was in charge of."""
    await tx.run(
        "INSERT INTO unit_humans (unit, person, from_day, to_day) VALUES :rows",
        {"rows": [(row.unit, row.person, row.from_day, "") for row in rows]},
    )

"""The units and what they are called, from which day to which."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rules.fold import fold
from rules.person import Unit
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit with its first name and the unit above it, from a day on; `created_at` UTC ms."""

    id: str
    name: str
    from_day: str
    created_at: int
    type: str = ""
    place: str = ""
    short_name: str = ""
    parent: str = ""
    state: Literal["known", "asked"] = "known"
    demo: bool = False


@dataclass(frozen=True, slots=True)
class NamedUnit:
    """A unit as it is called today, in full and for short."""

    unit: Unit
    short_name: str

    @property
    def names(self) -> tuple[str, ...]:
        """All it goes by."""
        return tuple(name for name in (self.unit.name, self.short_name) if name)


async def add_units(tx: Transaction, rows: Sequence[NewUnit]) -> None:
    """Add units; a unit may be below another of the same rows."""
    await tx.run(
        "INSERT INTO units (id, type, state, place, demo, created_at) VALUES :rows",
        {"rows": [(u.id, u.type, u.state, u.place, int(u.demo), u.created_at) for u in rows]},
    )
    names = [(u.id, u.name, u.short_name, fold(u.name), u.from_day, "") for u in rows]
    await tx.run(
        """INSERT INTO unit_names (unit, name, short_name, folded, from_day, to_day)
           VALUES :rows""",
        {"rows": names},
    )
    await tx.run(
        "INSERT INTO unit_parents (unit, parent, from_day, to_day) VALUES :rows",
        {"rows": [(u.id, u.parent, u.from_day, "") for u in rows if u.parent]},
    )


async def unit_names(tx: Transaction, *, today: str) -> list[NamedUnit]:
    """Return the known units as they are called today, in no order of their names."""
    found = await tx.rows(
        """SELECT n.short_name, u.id, n.name, u.type, u.place
           FROM units u JOIN unit_names n ON n.unit = u.id
           WHERE u.state = 'known'
             AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
           ORDER BY u.id""",
        {"today": today},
    )
    return [NamedUnit(Unit(*unit), short_name) for short_name, *unit in found]

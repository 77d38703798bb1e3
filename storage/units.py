"""The units and what they are called, from which day to which."""

from collections.abc import Collection, Sequence
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
    """A unit as it is called today, in full and for short.

    `former` are names people may still say: its earlier ones, and those of units it came of.
    """

    unit: Unit
    short_name: str
    former: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All it goes by."""
        return tuple(name for name in (self.unit.name, self.short_name, *self.former) if name)


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
    former = await _former_names(tx, today=today)
    return [
        NamedUnit(Unit(*unit), short_name, former.get(unit[0], ())) for short_name, *unit in found
    ]


async def _former_names(tx: Transaction, *, today: str) -> dict[str, tuple[str, ...]]:
    """Return the names that hold no more, by the units that bear or inherited them."""
    found = await tx.rows(
        """WITH RECURSIVE heirs (unit, heir) AS (
               SELECT unit, unit FROM unit_names WHERE to_day <> '' AND to_day <= :today
               UNION
               SELECT h.unit, s.successor FROM heirs h JOIN unit_successors s ON s.unit = h.heir
               WHERE s.day <= :today)
           SELECT h.heir, n.name FROM heirs h JOIN unit_names n ON n.unit = h.unit
           WHERE n.to_day <> '' AND n.to_day <= :today ORDER BY n.from_day DESC, n.name""",
        {"today": today},
    )
    former: dict[str, tuple[str, ...]] = {}
    for heir, name in found:
        former[heir] = (*former.get(heir, ()), name)
    return former


async def topmost(tx: Transaction, *, today: str) -> list[str]:
    """Return the known units that nothing stands above."""
    found = await tx.rows(
        """SELECT u.id FROM units u JOIN unit_names n ON n.unit = u.id
           WHERE u.state = 'known'
             AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
             AND NOT EXISTS (
                 SELECT 1 FROM unit_parents p WHERE p.unit = u.id
                 AND p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day))
           ORDER BY u.id""",
        {"today": today},
    )
    return [unit for (unit,) in found]


async def put_below(tx: Transaction, below: Sequence[str], *, parent: str, day: str) -> None:
    """Let units that nothing stands above stand under one from a day on."""
    await tx.run(
        "INSERT INTO unit_parents (unit, parent, from_day, to_day) VALUES :rows",
        {"rows": [(unit, parent, day, "") for unit in below]},
    )


async def names_today(tx: Transaction, units: Collection[str], *, today: str) -> dict[str, str]:
    """Return what units are called on a local day, by id; who is gone by then is left out."""
    found = await tx.rows(
        """SELECT unit, name FROM unit_names
           WHERE unit IN :units AND from_day <= :today AND (to_day = '' OR :today < to_day)""",
        {"units": sorted(set(units)), "today": today},
    )
    return dict(found)

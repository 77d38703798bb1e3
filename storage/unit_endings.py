"""The end of a unit: what it leaves, and to whom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rules.roles import Held, rank, strongest
from storage.database import Row, Transaction
from storage.unit_changes import changed, close


@dataclass(frozen=True, slots=True)
class Ending:
    """Units that are no more from a day on, at `moment` (UTC ms), and who takes over.

    `new_id` makes an id for each membership that goes on.
    """

    units: tuple[str, ...]
    heirs: tuple[str, ...]
    day: str
    moment: int
    new_id: Callable[[], str]


async def end_units(tx: Transaction, ending: Ending) -> None:
    """End units. To the only heir goes all that is below them and whoever belongs to them.

    A unit nobody takes over from stays below the one it was under: its register must lie somewhere.
    """
    await close(tx, "unit_names", ending.units, day=ending.day)
    await close(tx, "unit_humans", ending.units, day=ending.day)
    await tx.run(
        "INSERT INTO unit_successors (unit, successor, day) VALUES :rows",
        {"rows": [(u, heir, ending.day) for u in ending.units for heir in ending.heirs]},
    )
    if ending.heirs:
        await _hand_over_below(tx, ending, await _above(tx, ending))
        await close(tx, "unit_parents", ending.units, day=ending.day)
    await _hand_over_memberships(tx, ending)
    await tx.run(
        """UPDATE codes SET expires_at = :moment
           WHERE kind = 'unit' AND unit IN :units AND expires_at > :moment""",
        {"units": ending.units, "moment": ending.moment},
    )
    await tx.run(
        "UPDATE meeting_series SET to_day = :day WHERE unit IN :units AND to_day = ''",
        {"units": ending.units, "day": ending.day},
    )
    await changed(tx, [*ending.units, *ending.heirs])


async def _above(tx: Transaction, ending: Ending) -> str:
    """Return what stands above the units below from then on.

    Where there are several heirs these are only units that ended before, with nobody after them.
    """
    if len(ending.heirs) == 1:
        return ending.heirs[0]
    above = await tx.rows(
        "SELECT parent FROM unit_parents WHERE unit IN :units AND to_day = ''",
        {"units": ending.units},
    )
    return next((parent for (parent,) in above), ending.heirs[0])


async def _hand_over_below(tx: Transaction, ending: Ending, above: str) -> None:
    rows = await tx.rows(
        """SELECT unit, from_day, to_day FROM unit_parents
           WHERE parent IN :units AND unit NOT IN :units AND (to_day = '' OR to_day > :day)""",
        {"units": ending.units, "day": ending.day},
    )
    await tx.run(
        """UPDATE unit_parents SET parent = :above
           WHERE parent IN :units AND unit NOT IN :units AND from_day >= :day""",
        {"above": above, "units": ending.units, "day": ending.day},
    )
    await tx.run(
        """UPDATE unit_parents SET to_day = :day
           WHERE parent IN :units AND unit NOT IN :units AND (to_day = '' OR to_day > :day)""",
        {"units": ending.units, "day": ending.day},
    )
    moved = [(unit, above, ending.day, end) for unit, begin, end in rows if begin < ending.day]
    await tx.run(
        "INSERT INTO unit_parents (unit, parent, from_day, to_day) VALUES :rows", {"rows": moved}
    )


async def _hand_over_memberships(tx: Transaction, ending: Ending) -> None:
    """End the memberships, and go on with the strongest of each person where there is one heir."""
    held = await tx.rows(
        """SELECT id, person, position, role, state, from_day, to_day FROM memberships
           WHERE unit IN :units AND (to_day = '' OR to_day > :day) ORDER BY from_day, id""",
        {"units": ending.units, "day": ending.day},
    )
    await _stop(tx, [row[0] for row in held], day=ending.day)
    if len(ending.heirs) != 1:
        return
    (heir,) = ending.heirs
    there = await tx.rows(
        """SELECT id, person, position, role, state, from_day, to_day FROM memberships
           WHERE unit = :heir AND person IN :people AND (to_day = '' OR to_day > :day)""",
        {"heir": heir, "people": [row[1] for row in held], "day": ending.day},
    )
    strong = {row[1]: row for row in sorted([*held, *there], key=_strength)}
    kept = {row[0] for row in there}
    going_on = [row for row in strong.values() if row[0] not in kept]
    outdone = [row[0] for row in there if strong[row[1]][0] != row[0]]
    await _stop(tx, outdone, day=ending.day)
    await tx.run(
        """INSERT INTO memberships (id, person, unit, position, role, state, from_day, to_day)
           VALUES :rows""",
        {"rows": [_going_on(row, heir, ending) for row in going_on]},
    )


async def _stop(tx: Transaction, memberships: Sequence[str], *, day: str) -> None:
    """End memberships; one that begins later never does."""
    await tx.run(
        """UPDATE memberships SET to_day = CASE WHEN from_day > :day THEN from_day ELSE :day END
           WHERE id IN :ids""",
        {"ids": memberships, "day": day},
    )


def _strength(row: Row) -> tuple[bool, int, bool]:
    _, _, position, role, state, _, to_day = row
    return state == "confirmed", rank(role), to_day == "" and position != ""


def _going_on(row: Row, heir: str, ending: Ending) -> Row:
    _, person, position, role, state, from_day, to_day = row
    begins = max(from_day, ending.day)
    return (ending.new_id(), person, heir, position, role, state, begins, to_day)


async def holds_last_admin(tx: Transaction, unit: str, *, day: str) -> bool:
    """Return whether there is no admin any more from a day on once that unit has ended."""
    found = await tx.rows(
        """SELECT unit FROM memberships WHERE role = 'admin' AND state = 'confirmed'
           AND (to_day = '' OR to_day > :day)""",
        {"day": day},
    )
    return bool(found) and all(row[0] == unit for row in found)


async def strongest_there(tx: Transaction, units: Sequence[str], *, day: str) -> Held:
    """Return the strongest role that somebody holds in one of these units on a day or later."""
    found = await tx.rows(
        """SELECT DISTINCT role FROM memberships WHERE unit IN :units AND state = 'confirmed'
           AND (to_day = '' OR to_day > :day)""",
        {"units": units, "day": day},
    )
    return strongest(role for (role,) in found)

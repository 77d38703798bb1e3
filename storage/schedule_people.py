"""Whose officers are told of the month's schedule."""

from collections.abc import Mapping, Sequence

from storage.database import Transaction


async def officers(
    tx: Transaction, units: Sequence[str], *, today: str
) -> Mapping[str, Sequence[str]]:
    """Return the ids of the officers of units, and of who is of an office there."""
    found = await tx.rows(
        """SELECT m.unit, m.person FROM memberships m
           WHERE m.unit IN :units AND m.role <> 'member' AND m.state = 'confirmed'
             AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)
           ORDER BY m.unit, m.from_day, m.id""",
        {"units": units, "today": today},
    )
    people: dict[str, list[str]] = {}
    for unit, person in found:
        people.setdefault(unit, []).append(person)
    return people

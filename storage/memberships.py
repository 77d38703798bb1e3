"""Who belongs to which unit from when to when, and with what rights."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.person import Membership, Role, Unit
from storage.database import Transaction

# From when somebody has held the position of the place m, in whatever roles, without a gap.
SINCE = """(WITH RECURSIVE held (day) AS (
    SELECT m.from_day
    UNION
    SELECT b.from_day FROM held h JOIN memberships b ON b.to_day = h.day
    WHERE b.person = m.person AND b.unit = m.unit AND b.position = m.position AND b.position <> ''
      AND b.state = 'confirmed' AND m.state = 'confirmed' AND b.from_day < b.to_day
) SELECT min(day) FROM held)"""
_RANKS: dict[Role, int] = {"member": 0, "officer": 1, "office": 2, "admin": 3}


@dataclass(frozen=True, slots=True)
class Joining:
    """A place in a unit from a day on; `confirmed` by a code, an officer or the roster."""

    id: str
    person: str
    unit: str
    from_day: str
    position: str = ""
    role: Role = "member"
    confirmed: bool = False


async def of_people(
    tx: Transaction, people: Sequence[str], *, today: str
) -> dict[str, tuple[Membership, ...]]:
    """Return each person's places in units today, oldest first; none in a unit without a name."""
    found = await tx.rows(
        f"""SELECT m.person, u.id, n.name, u.type, u.place, m.position, m.role, m.state,
                   m.id, {SINCE}
            FROM memberships m JOIN units u ON u.id = m.unit JOIN unit_names n ON n.unit = u.id
            WHERE m.person IN :people AND n.name <> ''
              AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)
              AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
            ORDER BY m.from_day, m.id""",  # noqa: S608 - written above
        {"people": people, "today": today},
    )
    places: dict[str, tuple[Membership, ...]] = {}
    for person, *unit, position, role, state, key, since in found:
        place = Membership(Unit(*unit), position, role, state == "confirmed", key, since)
        places[person] = (*places.get(person, ()), place)
    return places


async def join(tx: Transaction, rows: Sequence[Joining]) -> None:
    """Give people places in units; of two places of one person in one unit the stronger stays."""
    await insert(tx, rows)
    await without_doubles(tx, sorted({joining.person for joining in rows}))


async def insert(tx: Transaction, rows: Sequence[Joining]) -> None:
    """Give people places in units in which they have no other from that day on."""
    await tx.run(
        """INSERT INTO memberships (id, person, unit, position, role, state, from_day, to_day)
           VALUES :rows""",
        {"rows": [_row(joining) for joining in rows]},
    )


async def without_doubles(tx: Transaction, people: Sequence[str]) -> None:
    """End, as if they had never held, all but the strongest of a person's open places in a unit."""
    found = await tx.rows(
        """SELECT person, unit, state, role, position, id FROM memberships
           WHERE person IN :people AND to_day = '' ORDER BY from_day, id""",
        {"people": people},
    )
    places: dict[tuple[str, str], list[tuple[bool, int, bool, str]]] = {}
    for person, unit, state, role, position, key in found:
        strength = (state == "confirmed", _RANKS[role], position != "", key)
        places.setdefault((person, unit), []).append(strength)
    weaker = [
        strength[3]
        for strengths in places.values()
        for strength in sorted(strengths, key=lambda s: s[:3], reverse=True)[1:]
    ]
    if weaker:
        await tx.run(
            "UPDATE memberships SET to_day = from_day WHERE id IN :weaker", {"weaker": weaker}
        )


def _row(joining: Joining) -> tuple[str, ...]:
    return (
        joining.id,
        joining.person,
        joining.unit,
        joining.position,
        joining.role,
        "confirmed" if joining.confirmed else "asked",
        joining.from_day,
        "",
    )

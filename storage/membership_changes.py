"""Places in units as they are confirmed, changed and ended; what was, stays readable."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.person import Role
from rules.roles import Held, strongest
from storage.database import Transaction
from storage.memberships import Joining, insert, without_doubles


@dataclass(frozen=True, slots=True)
class Takeover:
    """A place that goes to somebody else from a day on; `new` is the id of the place made."""

    membership: str
    new: str
    person: str
    position: str
    day: str


async def confirm(tx: Transaction, membership: str) -> bool:
    """Confirm a place somebody asked for; return whether it was done."""
    found = await tx.rows(
        """UPDATE memberships SET state = 'confirmed'
           WHERE id = :membership AND state = 'asked' AND to_day = '' RETURNING person""",
        {"membership": membership},
    )
    await without_doubles(tx, [person for (person,) in found])
    return bool(found)


async def refuse(tx: Transaction, membership: str, *, today: str) -> bool:
    """End a place somebody asked for; return whether it was done."""
    found = await tx.rows(
        """UPDATE memberships SET to_day = :today
           WHERE id = :membership AND state = 'asked' AND to_day = '' RETURNING id""",
        {"membership": membership, "today": today},
    )
    return bool(found)


async def end(tx: Transaction, membership: str, *, day: str) -> bool:
    """End a place from a day on, at the earliest when it began; return whether it was done."""
    found = await tx.rows(
        """UPDATE memberships SET to_day = CASE WHEN from_day > :day THEN from_day ELSE :day END
           WHERE id = :membership AND state = 'confirmed' AND (to_day = '' OR :day < to_day)
           RETURNING id""",
        {"membership": membership, "day": day},
    )
    return bool(found)


async def change_role(tx: Transaction, membership: str, *, role: Role, new: str, today: str) -> str:
    """Let a place have another role from today on; return the id it has now, "" if it is gone."""
    found = await tx.rows(
        """SELECT person, unit, position, from_day FROM memberships
           WHERE id = :membership AND state = 'confirmed' AND to_day = '' FOR UPDATE""",
        {"membership": membership},
    )
    for person, unit, position, _ in found:
        await end(tx, membership, day=today)
        await insert(tx, [Joining(new, person, unit, today, position, role, confirmed=True)])
    return new if found else ""


async def take_over(tx: Transaction, takeover: Takeover) -> bool:
    """Give a place to somebody else, with its role; return whether it was there to give.

    What they were in the unit until then ends the same day.
    """
    found = await tx.rows(
        """SELECT unit, role FROM memberships
           WHERE id = :membership AND state = 'confirmed' AND to_day = '' FOR UPDATE""",
        {"membership": takeover.membership},
    )
    for unit, role in found:
        await _end_places(tx, takeover.person, unit, day=takeover.day)
        await end(tx, takeover.membership, day=takeover.day)
        place = Joining(
            takeover.new, takeover.person, unit, takeover.day, takeover.position, role, True
        )
        await insert(tx, [place])
    return bool(found)


async def _end_places(tx: Transaction, person: str, unit: str, *, day: str) -> None:
    await tx.run(
        """UPDATE memberships SET to_day = CASE WHEN from_day > :day THEN from_day ELSE :day END
           WHERE person = :person AND unit = :unit AND to_day = ''""",
        {"person": person, "unit": unit, "day": day},
    )


async def officers(tx: Transaction, unit: str) -> Sequence[tuple[str, str]]:
    """Return (person, name) of a unit's confirmed officers; others who ask so wait."""
    await tx.rows("SELECT id FROM units WHERE id = :unit FOR UPDATE", {"unit": unit})
    found = await tx.rows(
        """SELECT DISTINCT p.id, p.name, p.sort_key
           FROM memberships m JOIN people p ON p.id = m.person
           WHERE m.unit = :unit AND m.role = 'officer' AND m.state = 'confirmed' AND m.to_day = ''
           ORDER BY p.sort_key, p.id""",
        {"unit": unit},
    )
    return [(person, name) for person, name, _ in found]


async def role_in(tx: Transaction, person: str, unit: str) -> Held:
    """Return the strongest role of somebody's own places in a unit, "" when they have none."""
    found = await tx.rows(
        """SELECT role FROM memberships
           WHERE person = :person AND unit = :unit AND state = 'confirmed' AND to_day = ''""",
        {"person": person, "unit": unit},
    )
    return strongest(role for (role,) in found)


async def whose(tx: Transaction, membership: str) -> tuple[str, str] | None:
    """Return the name of whose place that is or was, and of its unit as it is called now."""
    found = await tx.rows(
        """SELECT p.name, n.name FROM memberships m JOIN people p ON p.id = m.person
           JOIN unit_names n ON n.unit = m.unit
           WHERE m.id = :membership ORDER BY n.from_day DESC LIMIT 1""",
        {"membership": membership},
    )
    return (found[0][0], found[0][1]) if found else None


async def waiting(tx: Transaction, unit: str) -> list[str]:
    """Return the people who asked to join a unit and wait."""
    found = await tx.rows(
        """SELECT DISTINCT person FROM memberships
           WHERE unit = :unit AND state = 'asked' AND to_day = '' ORDER BY person""",
        {"unit": unit},
    )
    return [person for (person,) in found]


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """A place somebody of that name asked for."""

    membership: str
    name: str


async def asked_places(tx: Transaction, unit: str, people: Sequence[str]) -> list[AskedPlace]:
    """Return which places these people asked for in a unit."""
    found = await tx.rows(
        """SELECT m.id, p.name FROM memberships m JOIN people p ON p.id = m.person
           WHERE m.unit = :unit AND m.person IN :people AND m.state = 'asked' AND m.to_day = ''
           ORDER BY m.id""",
        {"unit": unit, "people": people},
    )
    return [AskedPlace(*row) for row in found]


async def entries_of(tx: Transaction, person: str, unit: str) -> int:
    """Return how many entries somebody typed for a unit and did not take back."""
    found = await tx.rows(
        """SELECT count(*) FROM entries
           WHERE typed_by = :person AND unit = :unit AND state <> 'withdrawn'""",
        {"person": person, "unit": unit},
    )
    count: int = found[0][0]
    return count

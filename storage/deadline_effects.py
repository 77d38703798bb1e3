"""What a change of deadlines would do: to how many units and people, reminders, registrations."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from rules.summary import Line
from storage.database import Transaction
from storage.humans import with_chats
from storage.summary_now import TableAsked, summary_now


async def lines_of(tx: Transaction, asked: TableAsked, covered: Collection[str]) -> dict[str, Line]:
    """Return how those of the units that are asked for something stand, by id.

    A table has who is below its unit: one of the unit above has the unit itself, too.
    """
    found = await tx.rows(
        """SELECT parent FROM unit_parents WHERE unit = :unit
           AND from_day <= :today AND (to_day = '' OR :today < to_day)""",
        {"unit": asked.unit, "today": asked.at.date().isoformat()},
    )
    above = replace(asked, unit=found[0][0]) if found else asked
    table = await summary_now(tx, above)
    return {line.now.unit.id: line for line in table.lines if line.now.unit.id in covered}


async def contacts_of(
    tx: Transaction, units: Collection[str], *, today: str
) -> dict[str, list[str]]:
    """Return the contacts of units by person, each with the ids of the units they stand for."""
    found = await tx.rows(
        """SELECT person, unit FROM memberships
           WHERE unit IN :units AND role = 'officer' AND state = 'confirmed'
             AND from_day <= :today AND (to_day = '' OR :today < to_day)
           ORDER BY person, from_day, id""",
        {"units": sorted(units), "today": today},
    )
    people: dict[str, list[str]] = {}
    for person, unit in found:
        people.setdefault(person, []).append(unit)
    return {person: list(dict.fromkeys(theirs)) for person, theirs in people.items()}


async def reached(tx: Transaction, units: Collection[str], *, today: str) -> tuple[int, int]:
    """Return how many contacts of units can be told something, and of how many units nobody."""
    people = await contacts_of(tx, units, today=today)
    known = await with_chats(tx, sorted(people))
    told = [person for person, one in known.items() if one.chats]
    return len(told), len(set(units).difference(*(people[person] for person in told)))


async def waiting(tx: Transaction, rules: Sequence[str], units: Collection[str]) -> int:
    """Return how many reminders under these rules are written for units and have not gone."""
    found = await tx.rows(
        """SELECT count(DISTINCT o.id) FROM occurrences c JOIN outbox o ON o.id = c.outbox
           WHERE c.rule IN :rules AND c.unit IN :units AND c.reason = ''
             AND o.state = 'pending' AND o.planned = 1""",
        {"rules": rules, "units": sorted(units)},
    )
    return int(found[0][0])


async def late(
    tx: Transaction, programme: str, round_: int, units: Collection[str], *, before: int
) -> int:
    """Return how many late registrations of units came before a moment (UTC ms)."""
    found = await tx.rows(
        """SELECT count(*) FROM entries
           WHERE programme = :programme AND round = :round AND unit IN :units
             AND on_time = 0 AND created_at <= :before""",
        {"programme": programme, "round": round_, "units": sorted(units), "before": before},
    )
    return int(found[0][0])

"""Whom codes of units are made for, which were made, and how they are taken back."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.person import Role
from storage.database import Transaction
from storage.reachable import LIVE

# The unit :unit and all below it on the day :today, for "" every unit.
_WITHIN = """
below (unit) AS (
    SELECT u.id FROM units u WHERE u.id = :unit
    UNION
    SELECT p.unit FROM below b JOIN unit_parents p ON p.parent = b.unit
    WHERE p.from_day <= :today AND (p.to_day = '' OR :today < p.to_day)
), within (unit) AS (
    SELECT unit FROM below UNION SELECT u.id FROM units u WHERE :unit = ''
)"""
_LIVE = "kind = 'unit' AND uses_left > 0 AND ended_at = 0 AND :now < expires_at"


@dataclass(frozen=True, slots=True)
class Guest:
    """A contact who has no address yet, with their place in a unit."""

    person: str
    name: str
    phone: str
    unit: str
    unit_name: str
    position: str
    role: Role


@dataclass(frozen=True, slots=True)
class Host:
    """A unit whose members are invited; `members` is how many there are, 0 if nobody knows."""

    unit: str
    unit_name: str
    members: int


@dataclass(frozen=True, slots=True)
class Made:
    """A code that was made, without the code; `name` "" when it is for all members of the unit.

    Times are UTC milliseconds; `ended_at` is 0 while it was not taken back.
    """

    id: str
    unit: str
    unit_name: str
    name: str
    role: Role
    expires_at: int
    uses: int
    uses_left: int
    ended_at: int


async def guests(tx: Transaction, unit: str, *, today: str, staff: bool = False) -> list[Guest]:
    """Return the people no channel reaches in a unit and below, each once; "" for everywhere.

    Whoever has a place in an office has it handed over by name only, and comes in with `staff`.
    """
    found = await tx.rows(
        f"""WITH RECURSIVE {_WITHIN}
            SELECT m.person, p.name, p.phone, m.unit, n.name, m.position, m.role
            FROM memberships m JOIN within w ON w.unit = m.unit JOIN people p ON p.id = m.person
            JOIN units u ON u.id = m.unit JOIN unit_names n ON n.unit = m.unit
            WHERE m.state = 'confirmed' AND p.name <> '' AND p.merged_into = ''
              AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)
              AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
              AND NOT EXISTS (SELECT 1 FROM addresses a
                              WHERE a.person = m.person AND {LIVE})
              AND (:staff = 1 OR NOT EXISTS (
                  SELECT 1 FROM memberships o WHERE o.person = m.person
                  AND o.state = 'confirmed' AND o.role IN ('office', 'admin')
                  AND (o.to_day = '' OR :today < o.to_day)))
            ORDER BY u.key, n.folded, u.id, p.sort_key, p.id""",  # noqa: S608 - ours
        {"unit": unit, "today": today, "staff": int(staff)},
    )
    rows = [Guest(*row) for row in found]
    return list({guest.person: guest for guest in reversed(rows)}.values())[::-1]


async def hosts(tx: Transaction, unit: str, *, today: str) -> list[Host]:
    """Return a unit and those below it, "" for every unit there is."""
    found = await tx.rows(
        f"""WITH RECURSIVE {_WITHIN}
            SELECT u.id, n.name, u.members
            FROM units u JOIN within w ON w.unit = u.id JOIN unit_names n ON n.unit = u.id
            WHERE u.state = 'known'
              AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
            ORDER BY u.key, n.folded, u.id""",  # noqa: S608 - ours
        {"unit": unit, "today": today},
    )
    return [Host(*row) for row in found]


async def without_contact(tx: Transaction, unit: str, *, today: str) -> list[Host]:
    """Return a unit and those below it that have nobody to invite or to ask, only members."""
    found = await hosts(tx, unit, today=today)
    served = await tx.rows(
        """SELECT DISTINCT m.unit FROM memberships m JOIN people p ON p.id = m.person
           WHERE m.state = 'confirmed' AND m.role <> 'member' AND p.merged_into = ''
             AND p.erased_at = 0 AND (m.to_day = '' OR :today < m.to_day)""",
        {"today": today},
    )
    there = {unit for (unit,) in served}
    return [host for host in found if host.unit not in there]


async def made(tx: Transaction, unit: str, *, today: str) -> list[Made]:
    """Return the codes of a unit and those below it, newest first; "" for those of every unit."""
    found = await tx.rows(
        f"""WITH RECURSIVE {_WITHIN}
            SELECT c.id, c.unit, COALESCE(max(n.name), ''), COALESCE(max(p.name), ''), c.role,
                   c.expires_at, c.uses, c.uses_left, c.ended_at
            FROM codes c JOIN within w ON w.unit = c.unit
            LEFT JOIN unit_names n ON n.unit = c.unit
                 AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
            LEFT JOIN people p ON p.id = c.person
            WHERE c.kind = 'unit'
            GROUP BY c.hash ORDER BY c.created_at DESC, max(n.folded), c.id""",  # noqa: S608 - ours
        {"unit": unit, "today": today},
    )
    return [Made(*row) for row in found]


async def end(tx: Transaction, keys: Sequence[str], *, now: int) -> list[str]:
    """Take back those of the codes that are still good; return their ids."""
    return await _end(tx, "id IN :keys", keys, now=now)


async def end_of_people(tx: Transaction, people: Sequence[str], *, now: int) -> list[str]:
    """Take back the codes of these people that are still good; return their ids."""
    return await _end(tx, "person IN :keys", people, now=now)


async def end_of_members(tx: Transaction, units: Sequence[str], *, now: int) -> list[str]:
    """Take back the codes for all members of these units that are good; return their ids."""
    return await _end(tx, "person = '' AND unit IN :keys", units, now=now)


async def live_of_people(tx: Transaction, people: Sequence[str], *, now: int) -> int:
    """Return how many codes of these people are still good."""
    return await _count(tx, "person IN :keys", people, now=now)


async def live_of_members(tx: Transaction, units: Sequence[str], *, now: int) -> int:
    """Return how many codes for all members of these units are still good."""
    return await _count(tx, "person = '' AND unit IN :keys", units, now=now)


async def _count(tx: Transaction, which: str, keys: Sequence[str], *, now: int) -> int:
    sql = f"SELECT count(*) FROM codes WHERE {_LIVE} AND {which}"  # noqa: S608 - ours
    count: int = (await tx.rows(sql, {"keys": keys, "now": now}))[0][0]
    return count


async def _end(tx: Transaction, which: str, keys: Sequence[str], *, now: int) -> list[str]:
    if not keys:
        return []
    found = await tx.rows(
        f"UPDATE codes SET ended_at = :now WHERE {_LIVE} AND {which} RETURNING id",  # noqa: S608 - ours
        {"keys": keys, "now": now},
    )
    return [key for (key,) in found]

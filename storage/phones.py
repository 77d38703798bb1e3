"""Contacts whom the office knows by their phone number and who have not come yet."""

from dataclasses import dataclass

from storage.database import Transaction
from storage.reachable import LIVE

_EXPECTED = f"""
FROM people p JOIN memberships m ON m.person = p.id
JOIN unit_names n ON n.unit = m.unit
WHERE p.phone <> '' AND p.merged_into = '' AND p.erased_at = 0 AND m.state = 'confirmed'
  AND m.from_day <= :today AND (m.to_day = '' OR :today < m.to_day)
  AND n.from_day <= :today AND (n.to_day = '' OR :today < n.to_day)
  AND NOT EXISTS (SELECT 1 FROM addresses a WHERE a.person = p.id AND {LIVE})"""  # noqa: S608 - all of it is written here


@dataclass(frozen=True, slots=True)
class Expected:
    """A contact who has not come yet, under their name, with their first unit."""

    person: str
    name: str
    unit: str


async def expected_at(tx: Transaction, phone: str, *, today: str) -> Expected | None:
    """Return the only contact with that phone number (E.164) who has not come yet."""
    found = await tx.rows(
        f"SELECT p.id, p.name, n.name {_EXPECTED} AND p.phone = :phone ORDER BY m.from_day, m.id",
        {"phone": phone, "today": today},
    )
    people = {row[0] for row in found}
    return Expected(*found[0]) if len(people) == 1 else None


async def expects_somebody(tx: Transaction, *, today: str) -> bool:
    """Return whether there is any contact with a phone number who has not come yet."""
    return bool(await tx.rows(f"SELECT p.id {_EXPECTED} LIMIT 1", {"today": today}))


async def was_matched(tx: Transaction, *, person: str, address: str, contact: str) -> bool:
    """Return whether somebody shared, from this address, a number which is that contact's."""
    found = await tx.rows(
        f"""SELECT e.id FROM events e
           JOIN people me ON me.id = e.person JOIN people c ON c.id = e.subject
           WHERE e.act = 'phone-match' AND e.person = :person AND e.address = :address
             AND e.subject = :contact AND me.phone = c.phone AND c.merged_into = ''
             AND NOT EXISTS (SELECT 1 FROM addresses a WHERE a.person = c.id AND {LIVE})""",  # noqa: S608 - ours
        {"person": person, "address": address, "contact": contact},
    )
    return bool(found)
